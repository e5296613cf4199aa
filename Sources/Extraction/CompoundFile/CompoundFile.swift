/// A compound file (OLE2): storages and streams in the sectors of one file.
///
/// It keeps tables only; the bytes of the file go into every call. Of a file that is cut off or
/// damaged it gives what is there.
///
/// Source: MS-CFB.
struct CompoundFile {
  /// What was read of a stream.
  struct Stream {
    var bytes: [UInt8]
    /// Whether it has all the bytes that the directory tells of.
    var isWhole: Bool
  }

  private static let magic: [8 of UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// All entries, the root first; places in the directory that are not used lie in no storage.
  let entries: [CompoundFileEntry]
  /// Whether the directory and the table of the mini stream end where they say.
  private let hasWholeTables: Bool
  private let sectorShift: Int
  private let miniSectorShift: Int
  /// The size from which on streams lie in sectors of their own.
  private let miniStreamLimit: Int
  private let sectors: SectorTable
  private let miniSectors: SectorTable
  /// The sectors that hold the mini stream.
  private let miniStream: [Int]

  var root: CompoundFileEntry { entries[0] }

  /// Reads the tables of the file in `bytes`; nil where it has no directory.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count >= 512 else { return nil }
    for index in Self.magic.indices where bytes[index] != Self.magic[index] { return nil }
    let isLarge = bytes.littleUInt16(at: 26) == 4 || bytes.littleUInt16(at: 30) == 12
    sectorShift = isLarge ? 12 : 9
    let miniShift = bytes.littleUInt16(at: 32) ?? 6
    miniSectorShift = (2...9).contains(miniShift) ? miniShift : 6
    let cutoff = bytes.littleUInt32(at: 56) ?? 4096
    miniStreamLimit = (1...1 << 20).contains(cutoff) ? cutoff : 4096
    let layout = SectorLayout(shift: sectorShift, byteCount: bytes.count)
    sectors = layout.table(of: bytes)

    let directoryStart = UInt32(truncatingIfNeeded: bytes.littleUInt32(at: 48) ?? 0)
    let directory = layout.bytes(
      of: sectors.runs(from: directoryStart, count: .max, limit: layout.sectorCount), bytes)
    entries = CompoundFileDirectory(directory.span, sizeLimit: bytes.count).entries
    guard let root = entries.first else { return nil }

    var miniSectors = SectorTable()
    let miniStart = UInt32(truncatingIfNeeded: bytes.littleUInt32(at: 60) ?? 0)
    let miniTable = layout.bytes(
      of: sectors.runs(from: miniStart, count: .max, limit: layout.sectorCount), bytes)
    miniSectors.append(miniTable.span, count: miniTable.count / 4)
    self.miniSectors = miniSectors
    hasWholeTables =
      sectors.isClosed(from: directoryStart, limit: layout.sectorCount)
      && sectors.isClosed(from: miniStart, limit: layout.sectorCount)
    miniStream =
      sectors.runs(from: root.start, count: .max, limit: layout.sectorCount).flatMap(Array.init)
  }

  // MARK: Entries

  /// What lies directly in a storage.
  func children(of storage: CompoundFileEntry) -> [CompoundFileEntry] {
    storage.children.map { entries[$0] }
  }

  /// The entry of this name directly in `storage`, without regard to case.
  func entry(_ name: StaticString, in storage: CompoundFileEntry) -> CompoundFileEntry? {
    for index in storage.children where entries[index].isNamed(name) { return entries[index] }
    return nil
  }

  /// The stream of this name directly in `storage`, without regard to case.
  func stream(_ name: StaticString, in storage: CompoundFileEntry) -> CompoundFileEntry? {
    for index in storage.children
    where entries[index].kind == .stream && entries[index].isNamed(name) {
      return entries[index]
    }
    return nil
  }

  // MARK: Bytes

  /// The bytes of a stream, at most `limit` of them.
  func stream(
    _ entry: CompoundFileEntry, of bytes: Span<UInt8>, limit: Int = .max
  ) -> Stream {
    read(entry, 0..<min(entry.size, max(limit, 0)), of: bytes)
  }

  /// The bytes of a stream in `range`, as far as they are there.
  func read(
    _ entry: CompoundFileEntry, _ range: Range<Int>, of bytes: Span<UInt8>
  ) -> Stream {
    let range = range.clamped(to: 0..<max(entry.size, 0))
    guard entry.kind == .stream, !range.isEmpty else { return Stream(bytes: [], isWhole: true) }
    let isMini = entry.size < miniStreamLimit
    var found: [UInt8] = []
    forEachPiece(of: entry, isMini: isMini, upTo: range.upperBound, bytes.count) {
      (offset, position, count) in
      let part = (offset..<offset + count).clamped(to: range)
      guard !part.isEmpty else { return }
      let start = position + part.lowerBound - offset
      let end = min(start + part.count, bytes.count)
      if start < end { found.append(bytes, start..<end) }
    }
    let isWhole = found.count == range.count
    return Stream(bytes: found, isWhole: isWhole)
  }

  /// Whether a part of the directory, or bytes of some stream, are not in the file of `byteCount` bytes.
  func isCut(_ byteCount: Int) -> Bool {
    guard hasWholeTables else { return true }
    return entries.contains { entry in
      guard entry.kind == .stream, entry.parent != nil, entry.size > 0 else { return false }
      var heldCount = 0
      forEachPiece(of: entry, isMini: entry.size < miniStreamLimit, upTo: entry.size, byteCount) {
        (offset, position, count) in
        heldCount += max(0, min(count, byteCount - position, entry.size - offset))
      }
      return heldCount < entry.size
    }
  }

  /// Calls `body` with the offset in the stream, the position in the file and the count of bytes of
  /// each run of bytes, up to the offset `end`.
  private func forEachPiece(
    of entry: CompoundFileEntry, isMini: Bool, upTo end: Int, _ byteCount: Int,
    _ body: (Int, Int, Int) -> Void
  ) {
    let layout = SectorLayout(shift: sectorShift, byteCount: byteCount)
    let shift = isMini ? miniSectorShift : sectorShift
    let count = (end - 1) >> shift + 1
    let table = isMini ? miniSectors : sectors
    let limit = isMini ? miniStream.count << (sectorShift - miniSectorShift) : layout.sectorCount
    var offset = 0
    for run in table.runs(from: entry.start, count: count, limit: limit) {
      if isMini {
        for sector in run {
          let place = sector << shift
          let position =
            layout.position(of: miniStream[place >> sectorShift])
            + place & (1 << sectorShift - 1)
          body(offset, position, 1 << shift)
          offset += 1 << shift
        }
      } else {
        body(offset, layout.position(of: run.lowerBound), run.count << shift)
        offset += run.count << shift
      }
    }
  }
}
