import ScanModel

/// Text in paragraphs and tables, as word processors and slides have it.
struct FlowText {
  var text = DocumentText()
  private var isHeaderRow: [Bool] = []
  /// Whether a cell has begun and nothing of it was seen yet but its properties.
  private var hasPendingCell = false
  private var columnCount = 1

  mutating func beginTable() {
    beginPendingCell()
    text.beginTable()
    isHeaderRow.append(false)
  }

  mutating func endTable() {
    guard isHeaderRow.popLast() != nil else { return }
    hasPendingCell = false
    text.endTable()
  }

  /// Says that the row, or the first row of the table, is a header.
  mutating func setIsHeaderRow() {
    if !isHeaderRow.isEmpty { isHeaderRow[isHeaderRow.count - 1] = true }
  }

  mutating func endRow() {
    guard !isHeaderRow.isEmpty else { return }
    text.endRow()
    isHeaderRow[isHeaderRow.count - 1] = false
  }

  mutating func beginCell() {
    guard !isHeaderRow.isEmpty else { return }
    hasPendingCell = true
    columnCount = 1
  }

  mutating func setColumnCount(_ digits: [UInt8]?) {
    guard hasPendingCell, let digits, digits.count <= 3 else { return }
    var count = 0
    for digit in digits where (0x30...0x39).contains(digit) {
      count = count * 10 + Int(digit - 0x30)
    }
    columnCount = max(count, 1)
  }

  mutating func endCell() {
    guard !isHeaderRow.isEmpty else { return }
    beginPendingCell()
    text.endCell()
  }

  mutating func beginParagraph() {
    beginPendingCell()
  }

  /// Begins the cell: all of its properties are known.
  private mutating func beginPendingCell() {
    guard hasPendingCell else { return }
    hasPendingCell = false
    text.beginCell(columnCount: columnCount, isHeader: isHeaderRow.last ?? false)
  }
}
