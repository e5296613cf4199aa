/// The places of the records that the trees of a file name, in their order.
///
/// A node is 0x18 bytes of head (its place, 4 bytes, the node before its first entry, its parent, 1 byte,
/// the number of entries in 1 byte, 6 bytes) and entries of 12 bytes: a record, the node behind it, and
/// how many records that has.
struct DBXTree {
  private struct Node {
    let position: Int
    let entryCount: Int
    var nextEntry = 0
  }

  private static let headByteCount = 0x18
  private static let entryByteCount = 12

  private(set) var records: [Int] = []
  /// Whether all nodes could be read.
  private(set) var isWhole = true
  private var known: Set<Int> = []
  /// The nodes from a root to the one that is read.
  private var open: [Node] = []

  init(_ file: DBXFile, in bytes: Span<UInt8>) {
    for root in file.roots {
      descend(to: root, in: bytes)
      while let last = open.indices.last {
        let node = open[last]
        guard node.nextEntry < node.entryCount else {
          open.removeLast()
          continue
        }
        open[last].nextEntry += 1
        let entry =
          node.position + Self.headByteCount + Self.entryByteCount * node.nextEntry
        take(Int(bytes.littleEndian32(at: entry)))
        descend(to: Int(bytes.littleEndian32(at: entry + 4)), in: bytes)
      }
    }
  }

  /// Takes a record, once: both trees of a file name the same ones.
  private mutating func take(_ record: Int) {
    if known.insert(record).inserted { records.append(record) }
  }

  /// Opens the node at `position`, and on it the ones before the first entry of each.
  private mutating func descend(to position: Int, in bytes: Span<UInt8>) {
    var position = position
    while position > 0 {
      guard bytes.isMarked(at: position), known.insert(position).inserted,
        let head = bytes.range(at: position, byteCount: Self.headByteCount)
      else { return isWhole = false }
      let count = Int(bytes[position + 17])
      guard
        bytes.range(at: head.upperBound, byteCount: count * Self.entryByteCount) != nil
      else { return isWhole = false }
      open.append(Node(position: position, entryCount: count))
      position = Int(bytes.littleEndian32(at: position + 8))
    }
  }
}
