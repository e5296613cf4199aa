extension PDFPageWriter {
  /// The lines of a wrapped header at most.
  private static let headLineLimit = 3
  /// The distance of two lines of one cell at most, in heights of its letters.
  static let cellLeading = 1.6
  /// How much farther the row below a header lies than its lines from each other.
  private static let rowDistance = 1.2

  /// Joins the lines of a header whose cells are wrapped, and returns the row of its lowest.
  ///
  /// Of `Geboorte-` above `datum` the lower one becomes the whole name, and the upper one stays.
  /// No line of a header holds a digit, most of its names are those of fields, and the row below lies
  /// farther from it than its lines from each other, or holds a digit where a word goes on.
  mutating func joinHead(_ cells: inout [Cell], of table: PDFTable, in lines: [PDFTextLine]) -> Int
  {
    let distances = zip(table.rows, table.rows.dropFirst()).map { lines[$0].base - lines[$1].base }
    let height = lines[table.rows[0]].height
    for count in (2...Self.headLineLimit).reversed() where distances.count >= count {
      let leading = distances[..<(count - 1)].max() ?? 0
      let head = cells.filter { $0.row < count }
      guard leading <= Self.cellLeading * height, !head.contains(where: { hasDigit($0) }) else {
        continue
      }
      let isFar = distances[count - 1] >= Self.rowDistance * leading
      let next = cells.filter { $0.row == count }
      guard isFar || goesOn(head) && next.contains(where: { hasDigit($0) }) else { continue }
      let start = bytes.count
      let names = Dictionary(grouping: head, by: \.column).sorted { $0.key < $1.key }
        .map { join($0.value, row: count - 1) }
      guard nameColumns(names) else {
        bytes.removeLast(bytes.count - start)
        continue
      }
      cells = cells.filter { $0.row < count - 1 } + names + cells.filter { $0.row >= count }
      return count - 1
    }
    return 0
  }

  func hasDigit(_ cell: Cell) -> Bool { cell.text.contains { bytes[$0] &- 0x30 < 10 } }

  func nameColumns(_ cells: [Cell]) -> Bool {
    cells.lazy.map { DelimitedHeaderCell(bytes[$0.text]) }.nameColumns
  }

  /// Whether a cell goes on in the row below: behind a hyphen, or in parentheses.
  private func goesOn(_ head: [Cell]) -> Bool {
    head.contains { cell in
      bytes[cell.text.upperBound - 1] == UInt8(ascii: "-")
        || cell.row > 0 && bytes[cell.text.lowerBound] == UInt8(ascii: "(")
    }
  }

  /// Writes the lines of a cell as one in `row`; a word that a hyphen parts becomes whole, a number keeps
  /// it, and an address has no spaces.
  mutating func join(_ parts: [Cell], row: Int) -> Cell {
    let start = bytes.count
    let isAddress =
      parts.contains { bytes[$0.text].contains(UInt8(ascii: "@")) }
      && !parts.contains { bytes[$0.text].contains(0x20) }
    for part in parts {
      if bytes.count > start, !isAddress {
        if bytes.last != UInt8(ascii: "-") {
          bytes.append(0x20)
        } else if bytes.count - start < 2 || bytes[bytes.count - 2] &- 0x30 >= 10 {
          bytes.removeLast()
        }
      }
      bytes += Array(bytes[part.text])
    }
    let text = start..<bytes.count
    return Cell(
      row: row, column: parts[0].column, text: text, characterCount: bytes[text].characterCount)
  }

  // MARK: From page to page

  /// Keeps the names of the columns of a table, which are those of its head or of the table that goes on
  /// here; returns these where it goes on without them.
  ///
  /// It goes on where it is the first of its page, its columns lie below those of the last table of the
  /// page before, and its highest row is one of values: it holds a digit.
  mutating func takeHead(
    of table: PDFTable, from row: Int, _ cells: [Cell], in lines: [PDFTextLine]
  ) -> [[UInt8]] {
    let above = headOfLastPage(above: table)
    head = nil
    let extents = table.extents(of: table.rows.map { lines[$0] }, runs)
      .sorted { $0.key < $1.key }.map(\.value)
    guard extents.count == table.borders.count + 1 else { return [] }
    // The first line of cells that end at the bottom of their row may be one of words alone.
    let last = above?.endsAtBottom == true ? row + 1 : row
    if cells.contains(where: { row...last ~= $0.row && hasDigit($0) }) {
      guard var above, above.stands(above: extents) else { return [] }
      for (column, extent) in extents.enumerated() { above.columns[column].extent = extent }
      above.borders = table.borders
      head = above
      return above.columns.map(\.name)
    }
    guard let names = names(from: row, in: cells) else { return [] }
    var columns = extents.map { PDFTableHead.Column(extent: $0, name: []) }
    for cell in names { columns[cell.column].name = Array(bytes[cell.text]) }
    head = PDFTableHead(columns: columns, borders: table.borders)
    if let above, above.stands(above: extents) {
      head?.endsAtBottom = above.endsAtBottom
      head?.isContinued = true
    }
    return []
  }

  /// What stands above the last table of the page before, where a table may go on with that.
  func headOfLastPage(above table: PDFTable) -> PDFTableHead? {
    rowTexts.isEmpty && table.rows[0] <= Self.marginLineCount ? head : nil
  }

  /// The names of columns in the lowest of the rows from `row` on that hold nothing else: those above
  /// say what groups of columns are about.
  private func names(from row: Int, in cells: [Cell]) -> [Cell]? {
    let end = endOfNames(from: row, in: cells)
    return end > row ? cells.filter { $0.row == end - 1 } : nil
  }

  /// Behind the rows from `row` on that hold nothing but names of columns.
  func endOfNames(from row: Int, in cells: [Cell]) -> Int {
    var next = row
    while next < row + Self.headLineLimit, nameColumns(cells.filter { $0.row == next }) {
      next += 1
    }
    return next
  }
}
