/// The folded terms, to be walked byte by byte; plain values, owned by `TermTable`.
struct TermTree {
  struct Node {
    var firstEdge: Int32
    var edgeCount: Int32
    /// Its part of `ends`.
    var firstEnd: Int32
    var endCount: Int32
  }

  private let nodes: UnsafeMutablePointer<Node>
  /// The bytes of the edges of each node and where they lead.
  private let bytes: UnsafeMutablePointer<UInt8>
  private let targets: UnsafeMutablePointer<Int32>
  /// The numbers of the terms that end in each node.
  private let ends: UnsafeMutablePointer<Int32>
  /// By byte, the node behind the root; -1 for none.
  private let first: UnsafeMutablePointer<Int32>

  private struct Growing {
    var next: [(byte: UInt8, node: Int)] = []
    var terms: [Int] = []
  }

  init(_ terms: [FoldedTerm]) {
    var growing = [Growing()]
    for (number, term) in terms.enumerated() where !term.bytes.isEmpty {
      var node = 0
      for byte in term.bytes {
        if let edge = growing[node].next.first(where: { $0.byte == byte }) {
          node = edge.node
        } else {
          growing[node].next.append((byte, growing.count))
          node = growing.count
          growing.append(Growing())
        }
      }
      growing[node].terms.append(number)
    }
    nodes = .allocate(capacity: growing.count)
    bytes = .allocate(capacity: growing.count)
    targets = .allocate(capacity: growing.count)
    ends = .allocate(capacity: terms.count)
    first = .allocate(capacity: 256)
    first.initialize(repeating: -1, count: 256)
    for edge in growing[0].next { first[Int(edge.byte)] = Int32(edge.node) }
    var edgeCount = 0
    var endCount = 0
    for (number, node) in growing.enumerated() {
      (nodes + number).initialize(
        to: Node(
          firstEdge: Int32(edgeCount), edgeCount: Int32(node.next.count),
          firstEnd: Int32(endCount), endCount: Int32(node.terms.count)))
      for edge in node.next {
        (bytes + edgeCount).initialize(to: edge.byte)
        (targets + edgeCount).initialize(to: Int32(edge.node))
        edgeCount += 1
      }
      for term in node.terms {
        (ends + endCount).initialize(to: Int32(term))
        endCount += 1
      }
    }
  }

  /// Gives the memory back; the tree must not be used again.
  func free() {
    nodes.deallocate()
    bytes.deallocate()
    targets.deallocate()
    ends.deallocate()
    first.deallocate()
  }

  static let root = 0

  /// The node behind `node` for a byte; nil for none.
  @inline(__always)
  func next(behind node: Int, _ byte: UInt8) -> Int? {
    if node == Self.root {
      let next = first[Int(byte)]
      return next < 0 ? nil : Int(next)
    }
    var edge = Int(nodes[node].firstEdge)
    let last = edge &+ Int(nodes[node].edgeCount)
    while edge < last {
      if bytes[edge] == byte { return Int(targets[edge]) }
      edge &+= 1
    }
    return nil
  }

  /// The places of the terms that end in a node.
  @inline(__always)
  func ends(of node: Int) -> Range<Int> {
    let start = Int(nodes[node].firstEnd)
    return start..<start &+ Int(nodes[node].endCount)
  }

  /// The term at a place that `ends(of:)` gives.
  @inline(__always)
  func term(at place: Int) -> Int { Int(ends[place]) }
}
