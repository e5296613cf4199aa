/// The pages of an SQLite database as they lie in the file.
///
/// Source: Database File Format (sqlite.org), 1.3 The Database Header, 1.5 The Freelist, 1.8 Pointer
/// Map.
struct SQLitePages {
  /// In bytes, with those at the end of each that are reserved for extensions.
  let size: Int
  /// The bytes of a page that SQLite uses.
  let usableSize: Int
  /// Whole pages; they are numbered from 1.
  let count: Int
  /// How the texts in it are stored.
  let encoding: SQLiteRecord.Encoding
  /// What lies in pages that are in no use, in the order of the freelist.
  let free: [Range<Int>]
  /// Whether the file ends within a page, or before the last one that the header counts.
  let areMissing: Bool
  /// By number, whether a page is in no use.
  private let isFree: [Bool]
  /// From which page to the next one pointer maps lie; nil where there are none.
  private let mapDistance: Int?

  /// Nil where the bytes do not begin with the header of a database.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count >= 100 else { return nil }
    let stored = Int(bytes.bigEndian16(at: 16))
    size = stored == 1 ? 65_536 : stored
    guard size >= 512, size & (size - 1) == 0 else { return nil }
    usableSize = max(480, size - Int(bytes[20]))
    count = bytes.count / size
    // The count in the header holds where the version that wrote it is the one that wrote last.
    let isCounted = bytes.bigEndian32(at: 24) == bytes.bigEndian32(at: 92)
    areMissing = bytes.count % size != 0 || isCounted && bytes.bigEndian32(at: 28) > count
    encoding = SQLiteRecord.Encoding(rawValue: bytes.bigEndian32(at: 56)) ?? .utf8
    mapDistance = bytes.bigEndian32(at: 52) > 0 ? usableSize / 5 + 1 : nil
    var isFree = [Bool](repeating: false, count: count + 1)
    var free: [Range<Int>] = []
    var trunk = bytes.bigEndian32(at: 32)
    while trunk >= 1, trunk <= count, !isFree[trunk] {
      isFree[trunk] = true
      let start = (trunk - 1) * size
      let leafCount = min(bytes.bigEndian32(at: start + 4), (size - 8) / 4)
      for index in 0..<leafCount {
        let leaf = bytes.bigEndian32(at: start + 8 + 4 * index)
        guard leaf >= 1, leaf <= count, !isFree[leaf] else { continue }
        isFree[leaf] = true
        free.append((leaf - 1) * size..<leaf * size)
      }
      free.append(start + 8 + 4 * leafCount..<start + size)
      trunk = bytes.bigEndian32(at: start)
    }
    self.free = free
    self.isFree = isFree
  }

  /// Whether the page may hold cells: it is in use, and no pointer map.
  func mayHoldCells(_ number: Int) -> Bool {
    guard !isFree[number] else { return false }
    return mapDistance.map { number < 2 || (number - 2) % $0 != 0 } ?? true
  }
}
