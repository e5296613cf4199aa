extension PDFPageWriter {
  /// The lines of a cell at most.
  private static let cellLineLimit = 6
  /// How far the middle of a cell may lie from that of its row, in heights of its letters.
  private static let middleTolerance = 0.35
  /// How much nearer the lines of a cell are to each other than to those of another row, if at all.
  private static let nearness = 0.95

  /// A row with the lines of its cells.
  private struct Group {
    /// The number of the line that the row is written in.
    var row: Int
    var cells: [Cell]
  }

  /// Joins the lines of cells that are wrapped to the row that they belong to, from row `first` on: that
  /// of a number, date or address in a column that holds nothing else (`columnOfValues`).
  ///
  /// Cells begin at the top of their row, stand in its middle or end at its bottom, as spreadsheets print
  /// them. Where they seem to do none of these, all stay as they are.
  mutating func joinRows(
    _ cells: inout [Cell], from first: Int, of table: PDFTable, in lines: [PDFTextLine]
  ) {
    guard table.borders.count > 1, let column = columnOfValues(cells.filter { $0.row >= first })
    else { return }
    let rows = Dictionary(grouping: cells.filter { $0.row >= first }, by: \.row)
      .sorted { $0.key < $1.key }.map { Group(row: $0.key, cells: $0.value) }
    let lines = table.rows.map { lines[$0] }
    let isBelowHead = first > 0 && hasHead(cells, above: first)
    guard
      let groups = rowsFromBottom(rows, column, lines, isBelowHead: isBelowHead)
        ?? rowsFromTop(rows, column, lines) ?? rowsAroundMiddle(rows, column, lines)
    else { return }
    let joined = Set(groups.flatMap { $0.cells.map(\.row) })
    cells = cells.filter { !joined.contains($0.row) }
    for group in groups {
      droppedLines.formUnion(
        group.cells.lazy.filter { $0.row != group.row }.map { table.rows[$0.row] })
      for parts in Dictionary(grouping: group.cells, by: \.column).sorted(by: { $0.key < $1.key }) {
        var cell = parts.value.count > 1 ? join(parts.value, row: group.row) : parts.value[0]
        cell.row = group.row
        cells.append(cell)
      }
    }
  }

  /// Joins the second lines of names, in rows from `first` on that name what stands below them, as forms
  /// have them.
  ///
  /// Of `Achternaam en` above `voorletters` the upper one becomes the whole name.
  mutating func joinNames(
    _ cells: inout [Cell], from first: Int, of table: PDFTable, in lines: [PDFTextLine]
  ) {
    guard table.borders.count > 1 else { return }
    let rows = Dictionary(grouping: cells, by: \.row)
    for row in table.rows.indices.dropFirst(first).dropLast(2) {
      guard let names = rows[row], let rest = rows[row + 1], let values = rows[row + 2],
        names.count > rest.count, nameColumns(names),
        !rest.contains(where: { hasDigit($0) }), values.contains(where: { hasDigit($0) }),
        rest.allSatisfy({ part in
          bytes[part.text.lowerBound] &- 0x61 < 26 && names.contains { $0.column == part.column }
        }),
        lines[table.rows[row]].base - lines[table.rows[row + 1]].base
          <= Self.cellLeading * lines[table.rows[row]].height
      else { continue }
      for part in rest {
        guard let place = cells.firstIndex(where: { $0.row == row && $0.column == part.column })
        else { continue }
        cells[place] = join([cells[place], part], row: row)
      }
      cells.removeAll { $0.row == row + 1 }
      droppedLines.insert(table.rows[row + 1])
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

  private func isValue(_ cell: Cell) -> Bool { DelimitedHeaderCell(bytes.span, cell.text).isValue }

  /// Whether a cell ends in a hyphen.
  private func isCut(_ cell: Cell) -> Bool {
    bytes[cell.text.upperBound - 1] == UInt8(ascii: "-")
  }

  // MARK: Cells at the top

  /// The rows, where what follows below a line with a value goes on with its cells; what stands above the
  /// first goes on from the page before and is in none.
  private func rowsFromTop(_ rows: [Group], _ column: Int, _ lines: [PDFTextLine]) -> [Group]? {
    var groups: [Group] = []
    var last: Group?
    for row in rows {
      if row.cells.contains(where: { $0.column == column }) {
        groups.append(row)
      } else if let last, let group = groups.last {
        guard goesOn(row, group, lines[row.row], lines[last.row]) else { return nil }
        groups[groups.count - 1].cells += row.cells
      }
      last = row
    }
    let isSplit = groups.first?.row != rows.first?.row
    return !isSplit || beginsAtTop(groups) ? groups : nil
  }

  /// Whether the cells of a line go on with those of the row above.
  private func goesOn(
    _ row: Group, _ above: Group, _ line: PDFTextLine, _ last: PDFTextLine
  ) -> Bool {
    last.base - line.base <= Self.cellLeading * line.height
      && row.cells.allSatisfy { cell in
        let lineCount = above.cells.count { $0.column == cell.column }
        return 1..<Self.cellLineLimit ~= lineCount
      }
  }

  /// Whether more cells below the first line of a row go on with a sentence or name than in that line.
  private func beginsAtTop(_ groups: [Group]) -> Bool {
    var below = 0
    var first = 0
    for group in groups {
      for cell in group.cells where !isValue(cell) && bytes[cell.text.lowerBound] &- 0x41 >= 26 {
        if cell.row > group.row { below += 1 } else { first += 1 }
      }
    }
    return below >= first
  }

  // MARK: Cells at the bottom

  /// Takes the line above a table that goes on from the page before, where its first row begins with it.
  mutating func takeLineAbove(_ table: inout PDFTable, in lines: [PDFTextLine]) {
    guard headOfLastPage(above: table)?.endsAtBottom == true, table.rows[0] > 0 else { return }
    let (line, first) = (lines[table.rows[0] - 1], lines[table.rows[0]])
    let distance = line.base - first.base
    guard distance > 0, distance <= Self.cellLeading * first.height else { return }
    let extents = table.extents(of: table.rows.map { lines[$0] }, runs)
    if table.extents(of: [line], runs).areWrapped(in: extents, line.em) {
      table.rows.insert(table.rows[0] - 1, at: 0)
    }
  }

  /// Whether the row above `first` holds names of columns.
  private func hasHead(_ cells: [Cell], above first: Int) -> Bool {
    nameColumns(cells.filter { $0.row == first - 1 })
  }

  /// The rows, where what stands above a line with a value begins its cells; nil where nothing tells that
  /// they end there, or something else.
  ///
  /// What tells it: the first row of a table, below its names, begins without a value; lines are nearer
  /// to the value below than to that above; or the page before was so.
  private mutating func rowsFromBottom(
    _ rows: [Group], _ column: Int, _ lines: [PDFTextLine], isBelowHead: Bool
  ) -> [Group]? {
    var groups: [Group] = []
    var waiting: [Group] = []
    var distances = (above: 0.0, below: 0.0, count: 0)
    for row in rows {
      guard row.cells.contains(where: { $0.column == column }) else {
        waiting.append(row)
        continue
      }
      guard beginCells(of: row, waiting, lines) else { return nil }
      if let first = waiting.first, let last = waiting.last, let group = groups.last {
        distances.above += lines[group.row].base - lines[first.row].base
        distances.below += lines[last.row].base - lines[row.row].base
        distances.count += 1
      }
      groups.append(Group(row: row.row, cells: waiting.flatMap(\.cells) + row.cells))
      waiting = []
    }
    guard waiting.isEmpty, groups.contains(where: { $0.cells[0].row != $0.row }) else { return nil }
    let isNearer = distances.count > 1 && distances.below < Self.nearness * distances.above
    let isFarther = distances.count > 1 && distances.above < Self.nearness * distances.below
    let beginsSplit =
      isBelowHead && head?.isContinued == false && groups[0].cells[0].row != groups[0].row
    guard !isFarther, isNearer || beginsSplit || head?.endsAtBottom == true else { return nil }
    let middle = rowsAroundMiddle(rows, column, lines) ?? []
    if middle.contains(where: { group in group.cells.contains { $0.row != group.row } }) {
      return nil
    }
    head?.endsAtBottom = true
    return groups
  }

  /// Whether the lines above a row with a value begin cells that end in it.
  private func beginCells(of row: Group, _ above: [Group], _ lines: [PDFTextLine]) -> Bool {
    guard above.count < Self.cellLineLimit else { return false }
    let columns = Set(row.cells.map(\.column))
    let numbers = above.map(\.row) + [row.row]
    return above.allSatisfy { $0.cells.allSatisfy { columns.contains($0.column) } }
      && zip(numbers, numbers.dropFirst()).allSatisfy { upper, lower in
        lines[upper].base - lines[lower].base <= Self.cellLeading * lines[lower].height
      }
  }

  // MARK: Cells in the middle

  /// The rows, where the lines of each cell lie as far above as below the line with the value.
  private func rowsAroundMiddle(
    _ rows: [Group], _ column: Int, _ lines: [PDFTextLine]
  ) -> [Group]? {
    var groups = rows.filter { $0.cells.contains { $0.column == column } }
    var next = 0
    for row in rows where !row.cells.contains(where: { $0.column == column }) {
      while next < groups.count, groups[next].row < row.row { next += 1 }
      let near = [next - 1, next].filter(groups.indices.contains).min {
        distance(row, groups[$0], lines) < distance(row, groups[$1], lines)
      }
      guard let near else { return nil }
      groups[near].cells += row.cells
    }
    for (index, group) in groups.enumerated() {
      if standsInMiddle(group, lines) {
        groups[index].cells.sort { $0.row < $1.row }
      } else if index == 0 || index == groups.count - 1 {
        // A line above or below may be none of the table.
        groups[index].cells.removeAll { $0.row != group.row }
      } else {
        return nil
      }
    }
    return groups
  }

  private func standsInMiddle(_ group: Group, _ lines: [PDFTextLine]) -> Bool {
    let middle = lines[group.row]
    return Dictionary(grouping: group.cells, by: \.column).values.allSatisfy { parts in
      let mean = parts.map { lines[$0.row].base }.reduce(0, +) / Double(parts.count)
      return abs(mean - middle.base) <= Self.middleTolerance * middle.height
        && parts.count < Self.cellLineLimit
    }
  }

  private func distance(_ row: Group, _ other: Group, _ lines: [PDFTextLine]) -> Double {
    abs(lines[row.row].base - lines[other.row].base)
  }
}
