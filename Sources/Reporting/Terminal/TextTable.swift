/// Rows of text in columns that stand below one another.
package struct TextTable {
  private var rows: [[String]]
  /// The columns whose text ends at the same place, as numbers do.
  private let numberColumns: Set<Int>

  package init(_ head: [String], numberColumns: Set<Int> = []) {
    rows = [head]
    self.numberColumns = numberColumns
  }

  package mutating func append(_ row: [String]) {
    rows.append(row)
  }

  /// The lines, the head first; the last column is not filled up.
  package var lines: [String] {
    let widths = rows[0].indices.map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, text in
        if numberColumns.contains(column) { return text.leftPadded(to: widths[column]) }
        return column == row.count - 1 ? text : text.rightPadded(to: widths[column])
      }.joined(separator: "  ")
    }
  }
}
