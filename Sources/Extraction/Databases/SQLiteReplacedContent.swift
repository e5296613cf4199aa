/// What the write-ahead log of an SQLite database holds of rows as they were before: cells of pages that
/// were replaced, each once, without those that are in use.
struct SQLiteReplacedContent {
  /// One row behind the other.
  private(set) var bytes: [UInt8] = []

  /// `database` is the database with the log put in.
  init(of pages: SQLiteLog, _ log: Span<UInt8>, in database: Span<UInt8>) {
    let replaced = pages.replacedPages
    guard !replaced.isEmpty, let current = SQLitePages(database), current.size == pages.pageSize
    else { return }
    // The hashes of cells that are in use or taken, and of pages without cells.
    var known: Set<Int> = []
    for number in stride(from: 1, through: current.count, by: 1) {
      if let cells = SQLiteCells(number, of: current, database) {
        cells.forEach(in: database) { known.insert(database.hash(of: $0.range)) }
      } else {
        known.insert(database.hash(of: (number - 1) * current.size..<number * current.size))
      }
    }
    var remains = SQLiteRemains(current.encoding)
    for page in replaced where !remains.isFull {
      let usable = page.lowerBound..<page.lowerBound + current.usableSize
      if let cells = SQLiteCells(usable, in: log) {
        cells.forEach(in: log) { cell in
          if known.insert(log.hash(of: cell.range)).inserted { remains.take(cell, in: log) }
        }
      } else if known.insert(log.hash(of: page)).inserted {
        remains.take(log, page)
      }
    }
    bytes = remains.bytes
  }
}
