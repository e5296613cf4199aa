/// What a page holds of a row or key.
struct SQLiteCell {
  let range: Range<Int>
  /// What of its record lies on the page.
  let payload: Range<Int>
  /// The length of the whole record.
  let byteCount: Int
}

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
  /// Where the header of the page begins: behind that of the file on the first page.
  private let header: Int
  /// Where it ends: the places of the cells come next.
  private let pointers: Int
  private let cellCount: Int

  /// Nil where the page `number` holds none, or says what cannot be.
  init?(_ number: Int, of pages: SQLitePages, _ bytes: Span<UInt8>) {
    guard pages.mayHoldCells(number) else { return nil }
    let start = (number - 1) * pages.size
    self.init(start..<start + pages.usableSize, in: bytes)
  }

  /// Nil where `page`, without what is reserved for extensions, holds none, or says what cannot be.
  init?(_ page: Range<Int>, in bytes: Span<UInt8>) {
    self.page = page
    let isFirst = bytes[page.lowerBound] == UInt8(ascii: "S")
    header = page.lowerBound + (isFirst ? 100 : 0)
    guard let kind = Kind(rawValue: bytes[header]) else { return nil }
    self.kind = kind
    cellCount = Int(bytes.bigEndian16(at: header + 3))
    pointers = header + (kind == .interiorIndex || kind == .interiorTable ? 12 : 8)
    guard pointers + 2 * cellCount <= page.upperBound else { return nil }
  }

  /// A page of rows whose head is written over, of which nobody knows where cells begin.
  static func withoutHead(_ page: Range<Int>) -> SQLiteCells {
    SQLiteCells(
      kind: .leafTable, page: page, header: page.lowerBound, pointers: page.lowerBound,
      cellCount: 0)
  }

  private init(kind: Kind, page: Range<Int>, header: Int, pointers: Int, cellCount: Int) {
    self.kind = kind
    self.page = page
    self.header = header
    self.pointers = pointers
    self.cellCount = cellCount
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

  /// Calls `body` with each cell.
  func forEach(in bytes: Span<UInt8>, _ body: (SQLiteCell) -> Void) {
    guard kind != .interiorTable else { return }
    for index in 0..<cellCount {
      let start = page.lowerBound + Int(bytes.bigEndian16(at: pointers + 2 * index))
      if let cell = cell(at: start, before: page.upperBound, in: bytes) { body(cell) }
    }
  }

  /// The cell of a page of this kind that may begin at `start` and ends before `end`.
  func cell(at start: Int, before end: Int, in bytes: Span<UInt8>) -> SQLiteCell? {
    var position = start + (kind == .interiorIndex ? 4 : 0)
    guard let byteCount = bytes.varint(at: &position, before: end) else { return nil }
    if kind == .leafTable, bytes.varint(at: &position, before: end) == nil { return nil }
    let payload = position..<position + localByteCount(of: byteCount)
    guard payload.upperBound <= end else { return nil }
    return SQLiteCell(range: start..<payload.upperBound, payload: payload, byteCount: byteCount)
  }

  /// How many bytes of a payload lie on the page; the rest lies on others.
  private func localByteCount(of payload: Int) -> Int {
    let usableSize = page.count
    let most = kind == .leafTable ? usableSize - 35 : (usableSize - 12) * 64 / 255 - 23
    guard payload > most else { return payload }
    let least = (usableSize - 12) * 32 / 255 - 23
    let local = least + (payload - least) % (usableSize - 4)
    return local <= most ? local : least
  }
}
