/// The entries of a compound file, joined to the tree that they form.
///
/// The entries of a storage are a binary tree of siblings. Links that lead out of the directory or
/// to an entry that was reached before are not followed; entries that no link leads to lie in the
/// root.
///
/// Source: MS-CFB 2.6.
struct CompoundFileDirectory {
  static let entryByteCount = 128
  /// Entries behind so many are not read.
  static let entryLimit = 1 << 18
  private static let none = 0xFFFF_FFFF

  private(set) var entries: [CompoundFileEntry] = []
  private var links: [Links] = []
  private var isReached: [Bool] = []

  private struct Links {
    /// Whether there is an entry in this place.
    var isUsed: Bool
    var left: Int
    var right: Int
    var child: Int
  }

  /// `bytes` is the stream of the directory; `sizeLimit` the size from which on sizes are not taken
  /// at their word.
  init(_ bytes: Span<UInt8>, sizeLimit: Int) {
    var position = 0
    while position + Self.entryByteCount <= bytes.count, entries.count < Self.entryLimit {
      let record = bytes.extracting(position..<position + Self.entryByteCount)
      add(record, isRoot: position == 0, sizeLimit: sizeLimit)
      position += Self.entryByteCount
    }
    guard !entries.isEmpty else { return }
    isReached = Array(repeating: false, count: entries.count)
    isReached[0] = true
    join(below: 0)
    for kind in [CompoundFileEntry.Kind.storage, .stream] {
      for index in entries.indices
      where links[index].isUsed && !isReached[index] && entries[index].kind == kind {
        isReached[index] = true
        attach(index, to: 0)
        join(below: index)
      }
    }
  }

  private mutating func add(_ record: Span<UInt8>, isRoot: Bool, sizeLimit: Int) {
    let type = record[66]
    let nameLength = record.littleUInt16(at: 64) ?? 0
    let nameByteCount = min(max(nameLength - 2, 0), 62) & ~1
    var name: [UInt8] = []
    _ = UTF16Decoding.decode(
      record.extracting(0..<nameByteCount), .little, isLast: true, into: &name)
    let size = Int(truncatingIfNeeded: record.littleUInt64(at: 120) ?? 0)
    let lowSize = record.littleUInt32(at: 120) ?? 0
    var classID: [UInt8] = []
    if type == 1 || isRoot { classID.append(record, 80..<96) }
    entries.append(
      CompoundFileEntry(
        index: entries.count, name: String(decoding: name, as: UTF8.self),
        kind: type == 2 && !isRoot ? .stream : .storage,
        size: (0...sizeLimit).contains(size) ? size : lowSize, classID: classID,
        start: UInt32(truncatingIfNeeded: record.littleUInt32(at: 116) ?? 0)))
    links.append(
      Links(
        isUsed: isRoot || ((type == 1 || type == 2) && (2...64).contains(nameLength)),
        left: record.littleUInt32(at: 68) ?? Self.none,
        right: record.littleUInt32(at: 72) ?? Self.none,
        child: record.littleUInt32(at: 76) ?? Self.none))
  }

  private mutating func attach(_ index: Int, to parent: Int) {
    entries[index].parent = parent
    entries[parent].children.append(index)
  }

  /// Gives the storage at `top`, and all storages that are found below it, their entries.
  private mutating func join(below top: Int) {
    guard entries[top].kind == .storage else { return }
    var waiting = [(index: links[top].child, parent: top)]
    while let (index, parent) = waiting.popLast() {
      guard index < entries.count, !isReached[index], links[index].isUsed else { continue }
      isReached[index] = true
      attach(index, to: parent)
      waiting.append((links[index].right, parent))
      if entries[index].kind == .storage { waiting.append((links[index].child, index)) }
      waiting.append((links[index].left, parent))
    }
  }
}
