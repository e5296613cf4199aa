/// The prefixes of all words at which an expression can begin, to be walked byte by byte; plain
/// values, owned by `AnchorPlan`.
struct WordTree {
  private struct Node {
    var firstEdge: Int32
    var edgeCount: Int32
    var firstVariant: Int32
    var variantCount: Int32
  }

  private let nodes: UnsafeMutablePointer<Node>
  /// The bytes of the edges of each node, ascending, and where they lead.
  private let bytes: UnsafeMutablePointer<UInt8>
  private let targets: UnsafeMutablePointer<Int32>
  private let ends: UnsafeMutablePointer<Int32>
  let variants: UnsafeMutablePointer<TriggerVariant>
  /// By the hash of four bytes, whether a prefix begins with them; then, whether one that begins so
  /// is shorter.
  private let heads: UnsafeMutablePointer<UInt64>

  private static let headCount = 1 << 16

  init(_ prefixes: WordPrefixes, variants: [TriggerVariant]) {
    let all = prefixes.nodes
    nodes = .allocate(capacity: all.count)
    bytes = .allocate(capacity: all.count)
    targets = .allocate(capacity: all.count)
    ends = .allocate(capacity: all.reduce(0) { $0 + $1.variants.count })
    self.variants = .allocate(capacity: variants.count)
    for (number, variant) in variants.enumerated() {
      (self.variants + number).initialize(to: variant)
    }
    heads = .allocate(capacity: 2 * Self.headCount / 64)
    heads.initialize(repeating: 0, count: 2 * Self.headCount / 64)
    Self.fill(heads, with: all)
    var edge = 0
    var end = 0
    for (number, node) in all.enumerated() {
      (nodes + number).initialize(
        to: Node(
          firstEdge: Int32(edge), edgeCount: Int32(node.next.count), firstVariant: Int32(end),
          variantCount: Int32(node.variants.count)))
      for (byte, target) in node.next.sorted(by: { $0.key < $1.key }) {
        (bytes + edge).initialize(to: byte)
        (targets + edge).initialize(to: Int32(target))
        edge += 1
      }
      for variant in node.variants {
        (ends + end).initialize(to: Int32(variant))
        end += 1
      }
    }
  }

  /// Gives the memory back; the tree must not be used again.
  func free() {
    nodes.deallocate()
    bytes.deallocate()
    targets.deallocate()
    ends.deallocate()
    variants.deallocate()
    heads.deallocate()
  }

  private static func fill(
    _ heads: UnsafeMutablePointer<UInt64>, with nodes: [WordPrefixes.Node]
  ) {
    var open: [(node: Int, depth: Int, bytes: UInt32)] = [(0, 0, 0)]
    while let (node, depth, bytes) = open.popLast() {
      if depth == 4 {
        set(head(bytes), in: heads)
        continue
      }
      if depth == 3, !nodes[node].variants.isEmpty {
        set(head(bytes), in: heads + headCount / 64)
      }
      if depth == 2, !nodes[node].variants.isEmpty {
        for third in 0..<UInt32(256) {
          set(head(bytes | (third | 0x20) << 16), in: heads + headCount / 64)
        }
      }
      for (byte, next) in nodes[node].next {
        open.append((next, depth + 1, bytes | UInt32(byte) << UInt32(8 * depth)))
      }
    }
  }

  private static func set(_ head: Int, in bits: UnsafeMutablePointer<UInt64>) {
    bits[head >> 6] |= 1 << UInt64(head & 63)
  }

  @inline(__always)
  private static func head(_ bytes: UInt32) -> Int { Int((bytes &* 0x9E37_79B1) >> 16) }

  /// Whether any prefix may stand at `position`.
  @inline(__always)
  func mayStand(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard position &+ 4 <= text.count, let base = text.baseAddress else { return true }
    // Folded as the prefixes are.
    let bytes =
      UnsafeRawPointer(base + position).loadUnaligned(as: UInt32.self).littleEndian | 0x2020_2020
    let long = Self.head(bytes)
    let short = Self.head(bytes & 0xFF_FFFF) &+ Self.headCount
    return (heads[long >> 6] >> UInt64(long & 63) | heads[short >> 6] >> UInt64(short & 63)) & 1
      == 1
  }

  /// Calls `body` with every variant of which a prefix stands at `position`.
  @inline(__always)
  func forEachVariant(
    at position: Int, in text: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafePointer<TriggerVariant>) -> Void
  ) {
    var node = nodes[0]
    var index = position
    while index < text.count {
      // Folded as the prefixes are.
      let byte = text[index] | 0x20
      index &+= 1
      var edge = Int(node.firstEdge)
      let last = edge &+ Int(node.edgeCount)
      while edge < last, bytes[edge] != byte { edge &+= 1 }
      guard edge < last else { return }
      node = nodes[Int(targets[edge])]
      for end in 0..<Int(node.variantCount) {
        body(UnsafePointer(variants + Int(ends[Int(node.firstVariant) &+ end])))
      }
    }
  }
}
