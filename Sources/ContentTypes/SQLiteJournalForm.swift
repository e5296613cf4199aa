/// How a rollback journal of SQLite is built: pages as they were before they were changed.
///
/// Source: Database File Format (sqlite.org), 3 The Rollback Journal.
package struct SQLiteJournalForm: Hashable, Sendable {
  /// What stands at the beginning of a header, until the transaction has ended.
  package static let mark: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  /// The bytes that a header takes; records begin behind it.
  package let sectorSize: Int
  /// In bytes; each page has its number before and a checksum behind it, of four bytes each.
  package let pageSize: Int

  private static let headerByteCount = 28
  private static let usualSectorSize = 512
  private static let pageSizes = (9...16).map { 1 << $0 }

  /// Nil where `head`, the first bytes of a file, are of something else.
  package init?(_ head: Span<UInt8>) {
    guard head.count > Self.usualSectorSize + 8 else { return nil }
    if Magic(.sqliteJournal, Self.mark).matches(head) {
      sectorSize = Self.bigEndian(head, at: 20)
      pageSize = Self.bigEndian(head, at: 24)
      guard Self.pageSizes.contains(pageSize), Self.isPower(sectorSize) else { return nil }
    } else {
      // `journal_mode = PERSIST` writes zeros over the header where a transaction has ended.
      for position in 0..<Self.headerByteCount where head[position] != 0 { return nil }
      let sizes = Self.pageSizes.filter { Self.hasPages(of: $0, in: head) }
      guard let size = sizes.first else { return nil }
      sectorSize = Self.usualSectorSize
      pageSize = size
    }
  }

  private static func isPower(_ sectorSize: Int) -> Bool {
    (32...65_536).contains(sectorSize) && sectorSize & (sectorSize - 1) == 0
  }

  /// Whether behind the header stands a page of cells of this size, and another number behind it.
  private static func hasPages(of size: Int, in head: Span<UInt8>) -> Bool {
    let page = usualSectorSize + 4
    guard isNumber(head, at: usualSectorSize), page + 12 <= head.count else { return false }
    let next = page + size + 4
    guard next + 4 > head.count || isNumber(head, at: next) else { return false }
    if head.has("SQLite format 3\0", at: page) { return true }
    let cellCount = Int(head[page + 3]) << 8 | Int(head[page + 4])
    let content = Int(head[page + 5]) << 8 | Int(head[page + 6])
    return [2, 5, 10, 13].contains(head[page]) && 8 + 2 * cellCount <= content && content <= size
  }

  /// Whether the number of a page can stand there: of what is no journal hardly any can.
  private static func isNumber(_ head: Span<UInt8>, at position: Int) -> Bool {
    (1..<1 << 24).contains(bigEndian(head, at: position))
  }

  private static func bigEndian(_ head: Span<UInt8>, at position: Int) -> Int {
    (0..<4).reduce(0) { $0 << 8 | Int(head[position + $1]) }
  }
}
