/// A page of an SQLite database that holds the cells of a table or index, and what lies between them.
///
/// Source: Database File Format (sqlite.org), 1.6 B-tree Pages.
struct SQLiteCells {
  private enum Kind: UInt8 {
    case interiorIndex = 2
    case interiorTable = 5
    case leafIndex = 10
    case leafTable = 13
  }

  private let kind: Kind
  private let page: Range<Int>
  private let usableSize: Int
  /// Where the header of the page begins: behind that of the file on the first page.
  private let header: Int
  /// Where it ends: the places of the cells come next.
  private let pointers: Int
  private let cellCount: Int

  /// Nil where the page `number` holds none, or says what cannot be.
  init?(_ number: Int, of pages: SQLitePages, _ bytes: Span<UInt8>) {
    guard pages.mayHoldCells(number) else { return nil }
    page = (number - 1) * pages.size..<(number - 1) * pages.size + pages.usableSize
    header = page.lowerBound + (number == 1 ? 100 : 0)
    usableSize = pages.usableSize
    guard let kind = Kind(rawValue: bytes[header]) else { return nil }
    self.kind = kind
    cellCount = Int(bytes.bigEndian16(at: header + 3))
    pointers = header + (kind == .interiorIndex || kind == .interiorTable ? 12 : 8)
    guard pointers + 2 * cellCount <= page.upperBound else { return nil }
  }

  /// The bytes between the cells that belong to none: the gap before them, and free blocks without
  /// the four bytes that say how they hang together.
  func leftovers(in bytes: Span<UInt8>) -> [Range<Int>] {
    var leftovers: [Range<Int>] = []
    let stored = Int(bytes.bigEndian16(at: header + 5))
    let content = page.lowerBound + (stored == 0 ? 65_536 : stored)
    let gap = pointers + 2 * cellCount
    if gap < content, content <= page.upperBound { leftovers.append(gap..<content) }
    var block = Int(bytes.bigEndian16(at: header + 1))
    // Free blocks lie in order.
    while block > 0, page.lowerBound + block + 4 <= page.upperBound {
      let start = page.lowerBound + block
      let next = Int(bytes.bigEndian16(at: start))
      let length = Int(bytes.bigEndian16(at: start + 2))
      if length > 4 { leftovers.append(start + 4..<min(start + length, page.upperBound)) }
      guard next > block else { break }
      block = next
    }
    return leftovers
  }

  /// Calls `body` with the bytes of each cell that lie on the page.
  func forEach(in bytes: Span<UInt8>, _ body: (Range<Int>) -> Void) {
    guard kind != .interiorTable else { return }
    for index in 0..<cellCount {
      let start = page.lowerBound + Int(bytes.bigEndian16(at: pointers + 2 * index))
      var position = start + (kind == .interiorIndex ? 4 : 0)
      guard let payload = varint(in: bytes, at: &position) else { continue }
      if kind == .leafTable, varint(in: bytes, at: &position) == nil { continue }
      let end = position + localByteCount(of: payload)
      if end <= page.upperBound { body(start..<end) }
    }
  }

  /// How many bytes of a payload lie on the page; the rest lies on others.
  private func localByteCount(of payload: Int) -> Int {
    let most = kind == .leafTable ? usableSize - 35 : (usableSize - 12) * 64 / 255 - 23
    guard payload > most else { return payload }
    let least = (usableSize - 12) * 32 / 255 - 23
    let local = least + (payload - least) % (usableSize - 4)
    return local <= most ? local : least
  }

  private func varint(in bytes: Span<UInt8>, at position: inout Int) -> Int? {
    var value = 0
    for count in 1...9 {
      guard position < page.upperBound else { return nil }
      let byte = Int(bytes[position])
      position += 1
      if count == 9 { return value <= Int.max >> 8 ? value << 8 | byte : nil }
      value = value << 7 | byte & 0x7F
      if byte < 0x80 { return value }
    }
    return nil
  }
}
