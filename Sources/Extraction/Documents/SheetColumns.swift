/// In which row each column of a sheet last had a value of several characters.
struct SheetColumns {
  private static let columnLimit = 1 << 14

  private var rows: [Int] = []

  mutating func note(row: Int, column: Int) {
    guard 0..<Self.columnLimit ~= column else { return }
    if rows.count <= column {
      rows.append(contentsOf: repeatElement(0, count: column + 1 - rows.count))
    }
    rows[column] = row
  }

  /// Whether one row above has a value in most of the columns, as a header has.
  func haveHeader(_ columns: some Collection<Int>) -> Bool {
    var candidate = 0
    var lead = 0
    for column in columns {
      if lead == 0 { candidate = row(of: column) }
      lead += row(of: column) == candidate ? 1 : -1
    }
    return candidate > 0 && columns.count { row(of: $0) == candidate } * 2 > columns.count
  }

  private func row(of column: Int) -> Int {
    rows.indices.contains(column) ? rows[column] : 0
  }
}
