import ScanModel

/// A sheet while it is read: rows and cells that repeat stand in it as often as they are meant to,
/// within bounds.
struct OpenDocumentSheet {
  private static let rowLimit = 1 << 22
  static let columnLimit = 1 << 14
  /// How often a row or cell with text is repeated at most.
  private static let copyLimit = 256
  /// The copies of cells in one sheet.
  private static let totalCopyLimit = 1 << 20

  private struct Cell {
    let range: Range<Int>
    let columns: Range<Int>
  }

  private let context: ExtractionContext
  private var text = SheetText()
  private var row = 1
  private var column = 1
  private var rowCount = 1
  /// The text of the cells of the row.
  private var bytes: [UInt8] = []
  private var cells: [Cell] = []
  private var lastRow = 1
  private var copyCount = 0
  /// Whether something was left out.
  private(set) var isOverLimit = false

  init(context: ExtractionContext) {
    self.context = context
  }

  /// Begins a row that stands there `count` times.
  mutating func beginRow(_ tag: XMLElement, in bytes: Span<UInt8>) {
    rowCount = tag.count(.rowsRepeated, in: bytes, upTo: Self.rowLimit)
    column = 1
  }

  /// Adds a cell, as often as it stands there.
  mutating func add(_ cell: borrowing OpenDocumentCell) {
    let columnCount = cell.columnCount
    defer { column = min(column + columnCount, Self.columnLimit) }
    if cell.isCut { isOverLimit = true }
    guard !cell.text.isEmpty else { return }
    let start = bytes.count
    bytes += cell.text
    cells.append(Cell(range: start..<bytes.count, columns: column..<column + columnCount))
  }

  /// Ends the row and passes on what is due.
  mutating func endRow(into sink: inout some TextSink & ~Copyable) {
    defer {
      row = min(row + rowCount, Self.rowLimit)
      bytes.removeAll(keepingCapacity: true)
      cells.removeAll(keepingCapacity: true)
    }
    guard !cells.isEmpty else { return }
    for number in row..<row + min(rowCount, Self.copyLimit) {
      guard copyCount <= Self.totalCopyLimit, addRow(number) else { return isOverLimit = true }
      text.pushIfDue(into: &sink)
      if sink.isCancelled { return }
    }
  }

  /// Adds the cells as those of row `number`; false where the sheet is too large for that.
  private mutating func addRow(_ number: Int) -> Bool {
    let columnCount = cells.last.map { $0.columns.upperBound } ?? 0
    guard context.spend(unpacked: max(number - lastRow, 0) + columnCount) else { return false }
    lastRow = number
    let bytes = self.bytes
    for cell in cells {
      for column in cell.columns.prefix(Self.copyLimit) {
        copyCount += column == cell.columns.lowerBound && number == row ? 0 : 1
        guard copyCount <= Self.totalCopyLimit else { return false }
        text.append(bytes.span.extracting(cell.range), row: number, column: column)
      }
    }
    return true
  }

  mutating func finish(into sink: inout some TextSink & ~Copyable) {
    text.finish(into: &sink)
  }
}
