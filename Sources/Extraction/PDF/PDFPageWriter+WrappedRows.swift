extension PDFPageWriter {
  /// The lines of a cell at most.
  private static let cellLineLimit = 6

  /// Joins the lines of cells that are wrapped to the row that they belong to, from row `first` on: that
  /// of the last number, date or address in a column that holds nothing else (`columnOfValues`).
  ///
  /// Cells of a row begin at its top. Where some seem to stand in its middle or at its bottom, all stay as
  /// they are.
  mutating func joinRows(
    _ cells: inout [Cell], from first: Int, of table: PDFTable, in lines: [PDFTextLine]
  ) {
    guard table.borders.count > 1, let column = columnOfValues(cells.filter { $0.row >= first })
    else { return }
    var groups: [[Cell]] = []
    // What goes on from the page before.
    var loose = cells.filter { $0.row < first }
    var lastRow = -1
    for row in first..<table.rows.count {
      let own = cells.filter { $0.row == row }
      if own.contains(where: { $0.column == column }) {
        groups.append(own)
      } else if groups.isEmpty {
        loose += own
      } else if goesOn(
        own, groups[groups.count - 1], lines[table.rows[row]], lines[table.rows[lastRow]])
      {
        groups[groups.count - 1] += own
      } else {
        return
      }
      lastRow = row
    }
    let isSplit = loose.contains { $0.row >= first }
    guard !isSplit || beginsAtTop(groups) else { return }
    cells = loose
    for group in groups {
      let row = group[0].row
      droppedLines.formUnion(group.lazy.filter { $0.row > row }.map { table.rows[$0.row] })
      for parts in Dictionary(grouping: group, by: \.column).sorted(by: { $0.key < $1.key }) {
        cells.append(parts.value.count > 1 ? join(parts.value, row: row) : parts.value[0])
      }
    }
  }

  /// The first of the columns that hold nothing but whole numbers, dates or addresses, and of which most
  /// have so many cells.
  private func columnOfValues(_ cells: [Cell]) -> Int? {
    let counts = Dictionary(grouping: cells, by: \.column)
      .filter { $0.value.count > 1 && $0.value.allSatisfy { isValue($0) && !isCut($0) } }
      .mapValues(\.count)
    let usual = Dictionary(grouping: counts.values) { $0 }
      .max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }?.key
    return counts.filter { $0.value == usual }.keys.min()
  }

  /// Whether a cell ends in a hyphen.
  private func isCut(_ cell: Cell) -> Bool {
    bytes[cell.text.upperBound - 1] == UInt8(ascii: "-")
  }

  private func isValue(_ cell: Cell) -> Bool { DelimitedHeaderCell(bytes.span, cell.text).isValue }

  /// Whether cells of a line go on with those of the row above.
  private func goesOn(
    _ cells: [Cell], _ row: [Cell], _ line: PDFTextLine, _ last: PDFTextLine
  ) -> Bool {
    last.base - line.base <= Self.cellLeading * line.height
      && cells.allSatisfy { cell in
        let lineCount = row.count { $0.column == cell.column }
        return 1..<Self.cellLineLimit ~= lineCount
      }
  }

  /// Whether more cells below the first line of a row go on with a sentence or name than in that line.
  private func beginsAtTop(_ groups: [[Cell]]) -> Bool {
    var below = 0
    var first = 0
    for group in groups {
      for cell in group where !isValue(cell) && bytes[cell.text.lowerBound] &- 0x41 >= 26 {
        if cell.row > group[0].row { below += 1 } else { first += 1 }
      }
    }
    return below >= first
  }
}
