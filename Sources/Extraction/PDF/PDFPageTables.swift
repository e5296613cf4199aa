/// Finds the tables of a page, by what is free across lines below each other.
///
/// Columns are often closer to each other than two words of justified text are, and cells stand left
/// or right in them. But what parts two columns is free in every row, it is wider than between words in
/// some, and in the others the cells beside it are aligned.
struct PDFPageTables {
  private let runs: [PDFTextRun]
  private let lines: [PDFTextLine]
  /// From top to bottom, as the lines come.
  private(set) var tables: [PDFTable] = []

  /// The rows of a table that has one border only; with more, two rows do.
  private static let rowCount = 3
  /// The lines that are skipped within a table because they do not fit.
  private static let misfitCount = 2
  /// The rows up to which a start that failed is tried again one line below.
  private static let retriedRowCount = 4
  /// The other rows that a row is aligned with where its gap is narrow.
  private static let alignedCount = 2
  /// The most rows of a table.
  private static let rowLimit = 500
  /// The runs of a line up to which it can be a row.
  private static let runLimit = 200

  init(_ runs: [PDFTextRun], _ lines: [PDFTextLine]) {
    self.runs = runs
    self.lines = lines
    var number = 0
    while number < lines.count {
      if mayBeRow(lines[number]), PDFFreeSpace.hasWideGap(lines[number], runs) {
        number = takeTable(from: number)
      } else {
        number += 1
      }
    }
  }

  private func mayBeRow(_ line: PDFTextLine) -> Bool {
    line.runs.count <= Self.runLimit && line.runs.allSatisfy { runs[$0].spacing == 0 }
  }

  /// Takes the table that begins with a line, if one does; returns where to go on.
  private mutating func takeTable(from first: Int) -> Int {
    var spaces = [PDFFreeSpace(lines[first], runs)]
    var free = spaces[0]
    var rows = [first]
    var number = first + 1
    var end = number
    while number < lines.count, rows.count < Self.rowLimit,
      number - end <= (rows.count > 1 ? Self.misfitCount : 0),
      isBelow(lines[number], lines[number - 1])
    {
      let space = PDFFreeSpace(lines[number], runs)
      if mayBeRow(lines[number]), number == end || space.gaps.contains(where: \.isWide),
        let common = free.common(with: space)
      {
        free = common
        spaces.append(space)
        rows.append(number)
        end = number + 1
      }
      number += 1
    }
    while spaces.count > 1, spaces.last?.gaps.contains(where: \.isWide) == false {
      spaces.removeLast()
      rows.removeLast()
    }
    let borders = borders(of: free, in: spaces)
    let fullRowCount = spaces.count { $0.gaps.contains(where: \.isWide) }
    guard fullRowCount >= (borders.count > 1 ? 2 : Self.rowCount), !borders.isEmpty else {
      return rows.count <= Self.retriedRowCount ? first + 1 : end
    }
    var table = PDFTable(rows: rows, borders: borders)
    takeTouching(&table, of: spaces[0].em)
    tables.append(table)
    return max(end, (table.rows.last ?? 0) + 1)
  }

  /// Takes lines between the rows of a table whose cells begin or end where those of other rows do.
  ///
  /// They touch each other, or are lines of few cells that are wrapped. Below a long table full rows count
  /// too.
  private func takeTouching(_ table: inout PDFTable, of em: Double) {
    guard let first = table.rows.first, let last = table.rows.last else { return }
    let isLong = table.rows.count > Self.retriedRowCount
    let end = min(last + 1 + (isLong ? Self.misfitCount : 0), lines.count)
    let missing = (first..<end).filter { !table.rows.contains($0) }
    guard !missing.isEmpty else { return }
    let extents = table.extents(of: table.rows.map { lines[$0] }, runs)
    for number in missing where mayBeRow(lines[number]) {
      let own = table.extents(of: [lines[number]], runs)
      let isRow =
        number < last
        ? own.count > 2 || own.areWrapped(in: extents, em) : own.count == extents.count
      if isRow, own.areAligned(with: extents, em) { table.rows.append(number) }
    }
    table.rows.sort()
  }

  private func isBelow(_ line: PDFTextLine, _ above: PDFTextLine) -> Bool {
    let height = max(line.height, above.height)
    let gap = above.base - line.base
    return gap > 0.5 * height && gap < 4 * height
      && line.direction.x * above.direction.x + line.direction.y * above.direction.y > 0.98
  }

  /// The middle of each place that parts two columns.
  private func borders(of free: PDFFreeSpace, in rows: [PDFFreeSpace]) -> [Double] {
    var borders = free.gaps.filter(\.isWide).map { ($0.start + $0.end) / 2 }
    var number = 0
    while number < borders.count {
      let start = number > 0 ? borders[number - 1] : -.infinity
      let end = number + 1 < borders.count ? borders[number + 1] : .infinity
      if isBorder(borders[number], from: start, to: end, in: rows) {
        number += 1
      } else {
        borders.remove(at: number)
      }
    }
    return borders
  }

  /// Whether a place parts columns, of which one begins at `start` and the other ends at `end`.
  ///
  /// In most rows that have text in both, it is wider than between words, or the text on one of its
  /// sides ends where that of other rows does. Columns of which each row has but one are one: its
  /// cells stand left and right.
  private func isBorder(
    _ place: Double, from start: Double, to end: Double, in rows: [PDFFreeSpace]
  ) -> Bool {
    let gaps = rows.compactMap { $0.gap(at: place) }.filter { $0.start > start && $0.end < end }
    let tolerance = 0.1 * (rows.first?.em ?? 0)
    let count = gaps.count { gap in
      gap.isWide
        || gaps.count { abs($0.start - gap.start) < tolerance } > Self.alignedCount
        || gaps.count { abs($0.end - gap.end) < tolerance } > Self.alignedCount
    }
    return 2 * count > gaps.count
  }
}
