import ScanModel

/// The text of one part of an RTF document, with its tables.
struct RTFFlow {
  private static let levelLimit = 32

  var text = DocumentText()
  /// Whether a row has begun that did not end yet.
  private var isInRow = false
  private var isHeaderRow = false
  /// For each table that is open, the innermost last, whether a cell of it is.
  private var openCells: [Bool] = []

  /// Makes ready for text at `level` of tables in tables, 0 outside of tables.
  @inline(__always)
  mutating func prepare(isInTable: Bool, level: UInt8) {
    if openCells.isEmpty, !isInTable, !isInRow { return }
    beginCell(isInTable: isInTable, level: level)
  }

  private mutating func beginCell(isInTable: Bool, level: UInt8) {
    guard isInTable || isInRow else { return closeTables(to: 0) }
    enter(min(max(Int(level), 1), Self.levelLimit))
  }

  /// Opens and closes tables until there are `level`, with a cell in each.
  private mutating func enter(_ level: Int) {
    closeTables(to: level)
    while true {
      if let isOpen = openCells.last, !isOpen {
        text.beginCell(isHeader: openCells.count == 1 && isHeaderRow)
        openCells[openCells.count - 1] = true
      }
      guard openCells.count < level else { return }
      text.beginTable()
      openCells.append(false)
    }
  }

  private mutating func closeTables(to level: Int) {
    while openCells.count > level {
      text.endTable()
      openCells.removeLast()
    }
  }

  mutating func beginRow() {
    isInRow = true
    isHeaderRow = false
  }

  mutating func setIsHeaderRow() {
    isHeaderRow = true
  }

  mutating func endCell(level: UInt8) {
    let level = min(max(Int(level), 1), Self.levelLimit)
    enter(level)
    text.endCell()
    openCells[level - 1] = false
  }

  mutating func endRow(level: UInt8) {
    let level = min(max(Int(level), 1), Self.levelLimit)
    if level == 1 { isInRow = false }
    guard openCells.count >= level else { return }
    closeTables(to: level)
    text.endRow()
    openCells[level - 1] = false
  }
}
