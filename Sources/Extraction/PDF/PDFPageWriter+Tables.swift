extension PDFPageWriter {
  /// The text of one column in a line of a table.
  struct Cell {
    var row: Int
    var column: Int
    var text: Range<Int>
    var characterCount: Int
  }

  /// The most characters that a column is as wide as.
  private static let widthLimit = 60
  /// From how many characters of a cell on, on average in every column, the columns are of prose.
  private static let proseCharacterCount = 20

  /// Notes the text of each row of a table: all cells of a column begin below each other, two spaces
  /// at least behind the column before.
  mutating func takeRows(of table: PDFTable, in lines: [PDFTextLine]) {
    var table = headOfLastPage(above: table)?.parting(table, lines, runs) ?? table
    takeLineAbove(&table, in: lines)
    let start = bytes.count
    var cells: [Cell] = []
    for (row, number) in table.rows.enumerated() {
      writeCells(of: lines[number], row: row, table.borders, to: &cells)
    }
    defer { bytes.removeLast(bytes.count - start) }
    let head = joinHead(&cells, of: table, in: lines)
    joinNames(&cells, from: head > 0 ? head + 1 : 0, of: table, in: lines)
    let names = takeHead(of: table, from: head, cells, in: lines)
    let hasHead = names.isEmpty && !cells.contains { $0.row == head && hasDigit($0) }
    let first = hasHead ? endOfNames(from: head + 1, in: cells) : head
    joinRows(&cells, from: first, of: table, in: lines)
    var widths = Array(repeating: 0, count: table.borders.count + 1)
    for (column, name) in names.enumerated() {
      widths[column] = min(name.characterCount, Self.widthLimit)
    }
    var counts = Array(repeating: (cell: 0, character: 0), count: widths.count)
    for cell in cells {
      let width = min(cell.characterCount, Self.widthLimit)
      widths[cell.column] = max(widths[cell.column], width)
      counts[cell.column].cell += 1
      counts[cell.column].character += cell.characterCount
    }
    let isProse = counts.allSatisfy { $0.character >= Self.proseCharacterCount * $0.cell }
    guard !isProse else {
      self.head = nil
      return
    }
    var offsets = [0]
    for width in widths { offsets.append((offsets.last ?? 0) + (width > 0 ? width + 2 : 0)) }
    if !names.isEmpty, let first = table.rows.first(where: { !droppedLines.contains($0) }) {
      headAbove[first] = line(
        of: names.enumerated().map { (column: $0, text: $1[...]) }, at: offsets)
    }
    for (row, cells) in Dictionary(grouping: cells, by: \.row) {
      rowTexts[table.rows[row]] = line(
        of: cells.map { (column: $0.column, text: bytes[$0.text]) }, at: offsets)
      if cells.count == 1 { partialRows.insert(table.rows[row]) }
    }
    guard let last = table.rows.last else { return }
    let header = table.rows[head]
    headerLines.formUnion([table.rows[0], header])
    // Two columns are a list of names and values rather than a table, whose groups stand apart.
    if table.borders.count > 1, last > header { joinedLines.formUnion(header + 1...last) }
  }

  /// What stands in the columns of a line, each where its column begins.
  private func line(
    of texts: [(column: Int, text: ArraySlice<UInt8>)], at offsets: [Int]
  ) -> [UInt8] {
    var line: [UInt8] = []
    var column = 0
    for text in texts where !text.text.isEmpty {
      let spaceCount = max(column == 0 ? 0 : 2, offsets[text.column] - column)
      line += repeatElement(0x20, count: spaceCount) + text.text
      column += spaceCount + text.text.characterCount
    }
    return line
  }

  /// Writes the cells of a row behind each other.
  private mutating func writeCells(
    of line: PDFTextLine, row: Int, _ borders: [Double], to cells: inout [Cell]
  ) {
    var last: PDFTextRun?
    var column = 0
    var start = bytes.count
    for number in line.runs {
      let run = runs[number]
      var next = column
      while next < borders.count, run.start > borders[next] { next += 1 }
      if next > column {
        endCell(row: row, column: column, from: start, to: &cells)
        (column, start, last) = (next, bytes.count, nil)
      }
      if let last { padInCell(from: last, to: run) }
      _ = append(run.range)
      last = run
    }
    endCell(row: row, column: column, from: start, to: &cells)
  }

  private func endCell(row: Int, column: Int, from start: Int, to cells: inout [Cell]) {
    var text = start..<bytes.count
    while let byte = text.first, bytes[byte] == 0x20 { text.removeFirst() }
    while let byte = text.last, bytes[byte] == 0x20 { text.removeLast() }
    guard !text.isEmpty else { return }
    let characterCount = bytes[text].characterCount
    cells.append(Cell(row: row, column: column, text: text, characterCount: characterCount))
  }
}

extension Collection<UInt8> {
  /// The characters that begin in it.
  var characterCount: Int { count { $0 & 0xC0 != 0x80 } }
}
