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
  let isEmpty: Bool

  init(_ prefixes: WordPrefixes, variants: [TriggerVariant]) {
    let all = prefixes.nodes
    isEmpty = variants.isEmpty
    nodes = .allocate(capacity: all.count)
    bytes = .allocate(capacity: all.count)
    targets = .allocate(capacity: all.count)
    ends = .allocate(capacity: all.reduce(0) { $0 + $1.variants.count })
    self.variants = .allocate(capacity: variants.count)
    for (number, variant) in variants.enumerated() {
      (self.variants + number).initialize(to: variant)
    }
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
