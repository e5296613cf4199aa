import ScanModel

/// The text of one part of a document of WordPerfect, with its tables.
struct WordPerfectFlow {
  var text = DocumentText()
  private var isInTable = false
  private var isCellOpen = false

  mutating func append(_ value: UInt32) {
    text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
  }

  mutating func endParagraph() {
    text.endParagraph()
  }

  /// Ends the row before, if there is one.
  mutating func beginRow() {
    guard isInTable else {
      isInTable = true
      return text.beginTable()
    }
    endCell()
    text.endRow()
  }

  mutating func beginCell(columnCount: Int = 1) {
    if !isInTable { beginRow() }
    endCell()
    text.beginCell(columnCount: columnCount)
    isCellOpen = true
  }

  mutating func endTable() {
    guard isInTable else { return }
    endCell()
    text.endRow()
    text.endTable()
    isInTable = false
  }

  private mutating func endCell() {
    if isCellOpen { text.endCell() }
    isCellOpen = false
  }
}
