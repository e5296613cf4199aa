/// Puts the runs of a page into lines: in the order in which they were drawn, but with what stands on
/// one base line beside each other.
struct PDFPageLayout {
  /// The runs of the page and their text, and behind those what was joined of them.
  private(set) var runs: [PDFTextRun]
  private(set) var text: [UInt8]
  private(set) var lines: [PDFTextLine] = []

  /// How much runs of one line may overlap, in ems.
  private static let overlap = 0.3
  /// The bytes that a line of prose has at least.
  private static let proseByteCount = 25
  /// The runs of a line up to which a place between them is sought.
  private static let searchedRunCount = 500
  /// The runs of a line up to which others are put between or before them.
  private static let filledRunCount = 5000
  /// The runs that are looked at on one page, to find places for others.
  private static let stepLimit = 4_000_000
  private var stepCount = 0
  /// How far above the line before one may stand to be put before it, in heights.
  private static let rowHeight = 2.6
  /// The lines that one is put before at most.
  private static let rowLineCount = 4
  /// How far apart the rows are between which one is put that was drawn later, in heights, and how many
  /// lines before it they are sought.
  private static let cellHeight = 7.0
  private static let tableLineCount = 400
  /// The lines at one height that another one is compared with.
  private static let comparedLineCount = 16

  init(_ page: borrowing PDFPageText) {
    runs = page.runs
    text = page.text
    var last: Int?
    for number in runs.indices where !isBlank(runs[number]) {
      if let last, repeats(number, last) { continue }
      add(number)
      last = number
    }
    markProse()
    mergeLines()
    joinBoxes()
    orderRows()
  }

  private mutating func joinBoxes() {
    var boxes = PDFBoxes(runs, text)
    boxes.join(in: &lines)
    (runs, text) = (boxes.runs, boxes.text)
  }

  private func isBlank(_ run: PDFTextRun) -> Bool {
    for index in run.range where text[index] != 0x20 { return false }
    return true
  }

  /// Whether a run is drawn again, a little beside, to look bold or to have a shadow.
  private func repeats(_ number: Int, _ other: Int) -> Bool {
    let (run, before) = (runs[number], runs[other])
    guard run.range.count == before.range.count, run.runs(like: before.direction),
      abs(run.start - before.start) < min(0.3 * run.em, 0.5 * (before.end - before.start)),
      abs(run.base - before.base) < 0.3 * run.height
    else { return false }
    return text[run.range] == text[before.range]
  }

  private mutating func add(_ number: Int) {
    let run = runs[number]
    guard let line = lines.indices.last,
      lines[line].holds(run.base, run.height, run.direction),
      let index = place(of: run, in: lines[line])
    else { return lines.append(PDFTextLine(run, number: number)) }
    lines[line].insert(run, number: number, at: index)
  }

  /// Where in a line a run stands free.
  private mutating func place(of run: PDFTextRun, in line: PDFTextLine) -> Int? {
    let overlap = Self.overlap * min(run.em, line.em)
    if run.start >= line.end - overlap { return line.runs.count }
    guard line.runs.count <= Self.filledRunCount else { return nil }
    if run.end <= line.start + overlap { return 0 }
    guard line.runs.count <= Self.searchedRunCount, stepCount < Self.stepLimit else { return nil }
    stepCount += line.runs.count
    for index in 1..<max(1, line.runs.count)
    where run.start >= runs[line.runs[index - 1]].end - overlap
      && run.end <= runs[line.runs[index]].start + overlap
    {
      return index
    }
    return nil
  }

  // MARK: Lines that were drawn apart

  /// Marks lines below each other that are long, without a gap as between the cells of a row.
  private mutating func markProse() {
    for index in lines.indices.dropFirst() {
      let (above, below) = (lines[index - 1], lines[index])
      let gap = above.base - below.base
      guard above.direction == below.direction, gap > 0.7 * below.height,
        gap < 2.5 * below.height, abs(above.start - below.start) < 3 * below.em,
        above.byteCount >= Self.proseByteCount,
        above.isProse || below.byteCount >= Self.proseByteCount,
        !PDFFreeSpace.hasWideGap(above, runs), !PDFFreeSpace.hasWideGap(below, runs)
      else { continue }
      lines[index - 1].isProse = true
      lines[index].isProse = true
    }
  }

  private mutating func mergeLines() {
    guard lines.count > 1 else { return }
    var rows: [Int: [Int]] = [:]
    for number in lines.indices where stepCount < Self.stepLimit {
      let height = lines[number].base / 4
      guard let row = Int(exactly: height.rounded(.down)) else { continue }
      var isMerged = false
      search: for near in row - 1...row + 1 {
        for other in rows[near] ?? [] where merge(number, into: other) {
          isMerged = true
          break search
        }
      }
      if !isMerged, rows[row, default: []].count < Self.comparedLineCount {
        rows[row, default: []].append(number)
      }
    }
    lines.removeAll { $0.isMerged }
  }

  /// Puts a line into one that was drawn before, if both are on one base line and it is clear that
  /// they belong together: prose in columns does not, what stands in a gap of the line does.
  private mutating func merge(_ number: Int, into other: Int) -> Bool {
    let (line, target) = (lines[number], lines[other])
    guard target.holds(line.base, line.height, line.direction),
      target.runs.count + line.runs.count <= Self.searchedRunCount
    else { return false }
    let liesWithin = line.start >= target.start && line.end <= target.end
    guard liesWithin || !(line.isProse || target.isProse) else { return false }
    stepCount += target.runs.count
    var merged = target
    for run in line.runs {
      guard let index = place(of: runs[run], in: merged) else { return false }
      merged.insert(runs[run], number: run, at: index)
    }
    lines[other] = merged
    lines[number].isMerged = true
    return true
  }

  /// Puts lines of a row of a table in order: of cells in its middle or at its bottom, those of one
  /// line are drawn before the upper lines of others.
  ///
  /// What has no wide gap, such as a column of prose, stays where it is beside its like.
  private mutating func orderRows() {
    var hasGap = lines.map { PDFFreeSpace.hasWideGap($0, runs) }
    var isBehind = false
    for index in lines.indices.dropFirst() where stepCount < Self.stepLimit {
      isBehind = isBehind || lines[index].base > lines[index - 1].base
      guard isBehind else { continue }
      stepCount += min(index, Self.tableLineCount)
      guard let place = placeAmongRows(of: index, hasGap) else { continue }
      for other in (place..<index).reversed() {
        lines.swapAt(other, other + 1)
        hasGap.swapAt(other, other + 1)
      }
    }
    for index in lines.indices.dropFirst() {
      var place = index
      while place > 0, index - place < Self.rowLineCount,
        hasGap[place] || hasGap[place - 1], isAbove(lines[place], lines[place - 1])
      {
        lines.swapAt(place - 1, place)
        hasGap.swapAt(place - 1, place)
        place -= 1
      }
    }
  }

  /// Between which of the rows of a table that were drawn before a line stands, as spreadsheets draw cells
  /// that are wrapped behind all others; nil for most.
  private func placeAmongRows(of index: Int, _ hasGap: [Bool]) -> Int? {
    let line = lines[index]
    guard !line.isProse else { return nil }
    for place in (max(0, index - Self.tableLineCount)..<index).reversed() {
      let below = lines[place]
      guard line.base > below.base, line.start < below.end,
        line.direction.x * below.direction.x + line.direction.y * below.direction.y > 0.98
      else { continue }
      guard place > 0 else {
        let beginsTable = hasGap[0] && lines[1].base < below.base
        return beginsTable && isAbove(line, below) && line.start >= below.start - line.em ? 0 : nil
      }
      let above = lines[place - 1]
      if above.base > line.base, hasGap[place - 1] || hasGap[place],
        above.base - below.base < Self.cellHeight * line.height || isAbove(line, below),
        line.start >= min(above.start, below.start) - line.em
      {
        return place
      }
    }
    return nil
  }

  /// Whether a line stands above another one, by no more than a cell is high.
  private func isAbove(_ line: PDFTextLine, _ other: PDFTextLine) -> Bool {
    let distance = line.base - other.base
    let height = min(line.height, other.height)
    return distance > 0 && distance < Self.rowHeight * height
      && line.direction.x * other.direction.x + line.direction.y * other.direction.y > 0.98
  }
}
