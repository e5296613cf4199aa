/// Finds the tables of a page, by what is free across lines below each other.
///
/// Columns are often closer to each other than two words of justified text are, and cells stand left
/// or right in them. But what parts two columns is free in every row, and in most of them, or in the
/// header, it is wider than between words.
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
    while number < lines.count, number - end <= (rows.count > 1 ? Self.misfitCount : 0),
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
    let borders = joinColumns(borders(of: free, in: spaces), in: spaces)
    let fullRowCount = spaces.count { $0.gaps.contains(where: \.isWide) }
    guard fullRowCount >= (borders.count > 1 ? 2 : Self.rowCount), !borders.isEmpty else {
      return rows.count <= Self.retriedRowCount ? first + 1 : end
    }
    tables.append(PDFTable(rows: rows, borders: borders))
    return end
  }

  private func isBelow(_ line: PDFTextLine, _ above: PDFTextLine) -> Bool {
    let height = max(line.height, above.height)
    let gap = above.base - line.base
    return gap > 0.5 * height && gap < 4 * height
      && line.direction.x * above.direction.x + line.direction.y * above.direction.y > 0.98
  }

  /// The middle of each place that parts two columns.
  private func borders(of free: PDFFreeSpace, in rows: [PDFFreeSpace]) -> [Double] {
    var borders: [Double] = []
    for place in free.gaps where place.isWide {
      let gaps = rows.map { $0.gap(around: place) }.filter(\.isBetweenWords)
      let wideCount = gaps.count(where: \.isWide)
      let isWideInHeader = rows.first?.gap(around: place).isWide ?? false
      if 2 * wideCount >= gaps.count || isWideInHeader {
        borders.append((place.start + place.end) / 2)
      }
    }
    return borders
  }

  /// Takes away what parts columns of which each row has one only: cells that stand left in a column
  /// and cells that stand right in it.
  private func joinColumns(_ borders: [Double], in rows: [PDFFreeSpace]) -> [Double] {
    var borders = borders
    var number = 0
    while number < borders.count {
      let (border, start) = (borders[number], number > 0 ? borders[number - 1] : -.infinity)
      let end = number + 1 < borders.count ? borders[number + 1] : .infinity
      let areBothFilled = rows.contains {
        $0.hasText(from: start, to: border) && $0.hasText(from: border, to: end)
      }
      if areBothFilled { number += 1 } else { borders.remove(at: number) }
    }
    return borders
  }
}
