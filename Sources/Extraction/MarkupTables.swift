import ScanModel

/// The tables that a page is in: which label the cells have.
///
/// A row of header cells labels the cells below it by column; without one, the header cell at the
/// start of a row labels the cells of the row.
struct MarkupTables {
  /// The tables in tables that are followed; deeper ones count as the innermost of these.
  private static let depthLimit = 32
  private static let columnLimit = 1024

  private struct Table {
    /// The labels by column.
    var headers: [Int32] = []
    /// The header cells of the current row by column.
    var rowHeaders: [Int32] = []
    var hasDataInRow = false
    var cellCountInRow = 0
    /// The columns that the current cell takes.
    var columns = 0..<0
    /// The header cell at the start of the row.
    var rowLabel = TextLayout.noLabel
    var isInHead = false
    var isInCell = false
    var isInHeaderCell = false
  }

  private var tables: [Table] = []
  private var excessDepth = 0

  private var current: Table {
    get { tables.last ?? Table() }
    _modify {
      if tables.isEmpty { tables.append(Table()) }
      yield &tables[tables.count - 1]
    }
  }

  /// Whether the text is that of a header cell.
  var isInHeaderCell: Bool { tables.last?.isInHeaderCell ?? false }

  /// The label of the text here.
  var label: Int32 {
    guard let table = tables.last, table.isInCell, !table.isInHeaderCell else {
      return TextLayout.noLabel
    }
    let column = table.columns.lowerBound
    guard column < table.headers.count, table.headers[column] != TextLayout.noLabel else {
      return table.rowLabel
    }
    return table.headers[column]
  }

  mutating func beginTable() {
    if tables.count < Self.depthLimit { tables.append(Table()) } else { excessDepth += 1 }
  }

  mutating func endTable() {
    if excessDepth > 0 { excessDepth -= 1 } else { _ = tables.popLast() }
  }

  mutating func setIsInHead(_ isInHead: Bool) {
    endRow()
    if !tables.isEmpty { current.isInHead = isInHead }
  }

  /// Ends the row, which labels the columns if it held only header cells.
  mutating func endRow() {
    guard !tables.isEmpty else { return }
    endCell()
    let isTitle =
      current.cellCountInRow == 1 && max(current.columns.count, current.headers.count) > 1
    if !current.hasDataInRow, !isTitle {
      for (column, label) in current.rowHeaders.enumerated() where label != TextLayout.noLabel {
        current.headers.set(label, at: column)
      }
    }
    current.rowHeaders.removeAll(keepingCapacity: true)
    current.hasDataInRow = false
    current.cellCountInRow = 0
    current.columns = 0..<0
    current.rowLabel = TextLayout.noLabel
  }

  /// Begins a cell; returns whether it is the first of its row.
  mutating func beginCell(isHeader: Bool, columnCount: Int) -> Bool {
    endCell()
    let start = min(current.columns.upperBound, Self.columnLimit)
    current.columns = start..<min(start + max(columnCount, 1), Self.columnLimit)
    current.isInCell = true
    current.isInHeaderCell = isHeader || current.isInHead
    if !current.isInHeaderCell { current.hasDataInRow = true }
    current.cellCountInRow += 1
    return current.cellCountInRow == 1
  }

  mutating func endCell() {
    guard !tables.isEmpty else { return }
    current.isInCell = false
    current.isInHeaderCell = false
  }

  /// Takes the text of a header cell as a label.
  mutating func nameColumns(_ label: Int32) {
    for column in current.columns { current.rowHeaders.set(label, at: column) }
    if current.cellCountInRow == 1 { current.rowLabel = label }
  }
}

extension [Int32] {
  fileprivate mutating func set(_ label: Int32, at index: Int) {
    while count <= index { append(TextLayout.noLabel) }
    self[index] = label
  }
}
