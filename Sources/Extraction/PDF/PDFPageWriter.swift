/// Writes the lines of a page as text: gaps become spaces, and words that a line end parts are also
/// written whole.
struct PDFPageWriter {
  var bytes: [UInt8] = []
  let runs: [PDFTextRun]
  private let text: [UInt8]
  /// Where the text of the page begins, and how wide its usual character is.
  private var origin = 0.0
  private var unit = 5.0
  /// Whether the letters of the line that is written stand apart.
  private var isSpaced = false
  /// What stands before the hyphen at the end of the last line.
  private var wordHead: [UInt8] = []
  /// The text of each line that is the row of a table.
  var rowTexts: [Int: [UInt8]] = [:]
  /// The lines that are rows with one cell.
  var partialRows: Set<Int> = []
  /// The lines that tables begin with.
  var headerLines: Set<Int> = []
  /// The lines that stand below another one of their table without a blank line.
  var joinedLines: Set<Int> = []
  /// The lines whose text is written with that of a line above.
  var droppedLines: Set<Int> = []
  /// The names of columns that are written above a line.
  var headAbove: [Int: [UInt8]] = [:]
  /// Those of the table that the last page ended with; of the last table, once it is taken.
  var head: PDFTableHead?

  /// From how many ems on a gap parts columns.
  private static let columnGap = 1.2
  /// The most spaces of a gap.
  private static let spaceLimit = 60
  /// How many lines stand above and below what goes on from page to page at most.
  static let marginLineCount = 4

  /// `head`: what stands above the table that the page before ended with; then `head` is what this one
  /// ends with.
  init(_ layout: borrowing PDFPageLayout, below head: PDFTableHead? = nil) {
    self.head = head
    runs = layout.runs
    text = layout.text
    measure(layout.lines)
    bytes.reserveCapacity(text.count + text.count / 4 + layout.lines.count)
    let tables = PDFPageTables(layout.runs, layout.lines).tables
    for table in tables { takeRows(of: table, in: layout.lines) }
    let last = tables.last?.rows.last ?? -1
    if last < layout.lines.count - Self.marginLineCount - 1 { self.head = nil }
    for (number, line) in layout.lines.enumerated() where !droppedLines.contains(number) {
      if number > 0 { separate(number, in: layout.lines) }
      if let names = headAbove[number] { bytes += names + [UInt8(ascii: "\n")] }
      if let text = rowTexts[number] {
        write(text, of: line, isPartial: partialRows.contains(number))
      } else {
        write(line)
      }
    }
    if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
  }

  private mutating func measure(_ lines: [PDFTextLine]) {
    var sizes: [Int: Int] = [:]
    var start = Double.infinity
    for line in lines {
      start = min(start, line.start)
      guard let size = Int(exactly: (line.em * 4).rounded()) else { continue }
      sizes[size, default: 0] += line.byteCount
    }
    if start.isFinite { origin = start }
    if let usual = sizes.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key, usual > 0 {
      unit = Double(usual) / 8
    }
  }

  private mutating func separate(_ number: Int, in lines: [PDFTextLine]) {
    bytes.append(UInt8(ascii: "\n"))
    let (line, last) = (lines[number], lines[number - 1])
    let gap = last.base - line.base
    let isFar = gap < -0.5 * line.height || gap > 2.2 * max(line.height, last.height)
    let isNextTable = headerLines.contains(number) && rowTexts[number - 1] != nil
    if isNextTable || isFar && !joinedLines.contains(number) { bytes.append(UInt8(ascii: "\n")) }
  }

  /// Writes the row of a table; a partial one has a single cell, which goes on with that above.
  private mutating func write(_ row: [UInt8], of line: PDFTextLine, isPartial: Bool) {
    let start = bytes.count
    bytes += row
    if line.hasRightToLeft(in: bytes, from: start) { RightToLeft.reorder(&bytes, from: start) }
    if isPartial { joinWord(from: start) } else { wordHead.removeAll(keepingCapacity: true) }
    noteWordHead(from: start)
  }

  private mutating func write(_ line: PDFTextLine) {
    let start = bytes.count
    var column = 0
    var last: PDFTextRun?
    isSpaced = isSpaced(line)
    for number in line.runs {
      let run = runs[number]
      if let last {
        column += pad(from: last, to: run, column: column)
      } else if hasColumns(line) {
        column += indent(to: run)
      }
      column += append(run.range)
      last = run
    }
    if line.hasRightToLeft(in: bytes, from: start) { RightToLeft.reorder(&bytes, from: start) }
    joinWord(from: start)
    noteWordHead(from: start)
  }

  // MARK: Gaps

  /// Whether most letters of a line stand apart by the spacing that was set: then it parts no words.
  private func isSpaced(_ line: PDFTextLine) -> Bool {
    var wide = 0
    var narrow = 0
    for index in line.runs.indices.dropFirst() {
      let last = runs[line.runs[index - 1]]
      guard last.spacing > 0 else { continue }
      let gap = runs[line.runs[index]].start - last.end
      if gap < 0.5 * last.spacing { narrow += 1 } else { wide += 1 }
    }
    return wide > narrow
  }

  private func hasColumns(_ line: PDFTextLine) -> Bool {
    for index in line.runs.indices.dropFirst()
    where runs[line.runs[index]].start - runs[line.runs[index - 1]].end
      > Self.columnGap * line.em
    {
      return true
    }
    return false
  }

  private mutating func indent(to run: PDFTextRun) -> Int {
    let count = min(Self.spaceLimit, column(of: run))
    appendSpaces(count)
    return count
  }

  private func column(of run: PDFTextRun) -> Int {
    Int(exactly: ((run.start - origin) / unit).rounded(.down)).map { max(0, $0) } ?? 0
  }

  /// Writes the spaces between two runs and returns how many.
  private mutating func pad(from last: PDFTextRun, to run: PDFTextRun, column: Int) -> Int {
    let gap = gap(from: last, to: run)
    guard gap > Self.columnGap * max(last.em, run.em) else {
      return padWord(gap, from: last, to: run)
    }
    let count = min(Self.spaceLimit, max(2, self.column(of: run) - column))
    appendSpaces(count)
    return count
  }

  private func gap(from last: PDFTextRun, to run: PDFTextRun) -> Double {
    let gap = run.start - last.end
    guard isSpaced, last.spacing > 0, last.spacing < 0.7 * last.em else { return gap }
    return max(0, gap - last.spacing)
  }

  /// Writes the spaces between two runs of one cell.
  mutating func padInCell(from last: PDFTextRun, to run: PDFTextRun) {
    let gap = gap(from: last, to: run)
    if gap > Self.columnGap * max(last.em, run.em) {
      appendSpaces(2)
    } else {
      _ = padWord(gap, from: last, to: run)
    }
  }

  /// Writes a space between two runs that are words and returns how many it wrote.
  private mutating func padWord(
    _ gap: Double, from last: PDFTextRun, to run: PDFTextRun
  ) -> Int {
    let endsInSpace = bytes.last == 0x20 || run.range.first.map { text[$0] == 0x20 } ?? false
    guard !endsInSpace,
      gap >= min(last.wordGap, run.wordGap) * min(last.em, run.em)
        || partsWords(gap, last, run) || partsDigits(last, run) || partsNumbers(gap, last, run)
    else { return 0 }
    appendSpaces(1)
    return 1
  }

  /// Whether the runs are words that were placed closer to each other than words usually are.
  ///
  /// Letters that stand apart are placed one by one.
  private func partsWords(_ gap: Double, _ last: PDFTextRun, _ run: PDFTextRun) -> Bool {
    run.isPlaced && run.spacing == 0 && last.range.count > 1 && run.range.count > 1
      && gap - last.tightening > PDFPageText.placedWordGap * min(last.em, run.em)
  }

  /// Whether the runs are numbers of cells that touch each other, rather than parts of one number.
  private func partsNumbers(_ gap: Double, _ last: PDFTextRun, _ run: PDFTextRun) -> Bool {
    let count = PDFPageText.numberDigitCount
    guard gap > PDFPageText.numberGap * min(last.em, run.em), run.spacing == 0,
      last.range.count >= count, run.range.count >= count
    else { return false }
    let digits = last.range.suffix(count) + run.range.prefix(count)
    return digits.allSatisfy { text[$0] &- 0x30 < 10 }
  }

  /// Whether the runs are digits on different base lines, such as a number and that of its footnote.
  private func partsDigits(_ last: PDFTextRun, _ run: PDFTextRun) -> Bool {
    guard abs(last.base - run.base) > 0.1 * min(last.height, run.height),
      let first = run.range.first, let end = last.range.last
    else { return false }
    return text[first] &- 0x30 < 10 && text[end] &- 0x30 < 10
  }

  private mutating func appendSpaces(_ count: Int) {
    bytes.append(contentsOf: repeatElement(0x20, count: max(0, count)))
  }

  /// Appends the text of a run without soft hyphens within it; returns its count of characters.
  mutating func append(_ range: Range<Int>) -> Int {
    var count = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte == 0xC2, index + 1 < range.upperBound, text[index + 1] == 0xAD {
        if index + 2 >= range.upperBound { bytes.append(UInt8(ascii: "-")) }
        index += 2
        continue
      }
      if byte == 0x0A || byte == 0x0D { bytes.append(0x20) } else { bytes.append(byte) }
      if byte & 0xC0 != 0x80 { count += 1 }
      index += 1
    }
    return count
  }

  // MARK: Hyphens

  /// Writes the word behind its second part that began on the line before.
  private mutating func joinWord(from start: Int) {
    guard !wordHead.isEmpty else { return }
    defer { wordHead.removeAll(keepingCapacity: true) }
    var first = start
    while first < bytes.count, bytes[first] == 0x20 { first += 1 }
    var end = first
    while end < bytes.count, bytes[end].isPartOfWord { end += 1 }
    while end > first, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") {
      end -= 1
    }
    guard end > first, bytes[first].isLetterOrBeyondASCII,
      end == bytes.count || bytes[end] &- 0x30 >= 10
    else { return }
    let joined = [0x20] + wordHead + bytes[first..<end]
    bytes.insert(contentsOf: joined, at: end)
  }

  private mutating func noteWordHead(from start: Int) {
    var end = bytes.count
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    if end - start > 1, bytes[end - 1] == UInt8(ascii: "-") {
      end -= 1
    } else if end - start > 3, bytes[end - 3..<end] == [0xE2, 0x80, 0x90] {
      end -= 3
    } else {
      return
    }
    var first = end
    while first > start, bytes[first - 1].isPartOfWord { first -= 1 }
    guard first < end, bytes[end - 1].isLetterOrBeyondASCII,
      first == start || bytes[first - 1] &- 0x30 >= 10
    else { return }
    wordHead = Array(bytes[first..<end])
  }
}

extension UInt8 {
  /// Whether it may stand in a word, a name or an address, and is no digit.
  fileprivate var isPartOfWord: Bool {
    isLetterOrBeyondASCII || self == UInt8(ascii: ".") || self == UInt8(ascii: "@")
      || self == UInt8(ascii: "_") || self == UInt8(ascii: "-") || self == UInt8(ascii: "'")
  }

  fileprivate var isLetterOrBeyondASCII: Bool { isASCIILetter || self >= 0x80 }
}

extension PDFTextLine {
  /// Whether the text from `start` on holds letters of Hebrew or Arabic.
  fileprivate func hasRightToLeft(in bytes: [UInt8], from start: Int) -> Bool {
    for index in start..<bytes.count
    where bytes[index] &- 0xD6 <= 0xDD - 0xD6
      || (bytes[index] == 0xEF && index + 1 < bytes.count && bytes[index + 1] >= 0xAC)
    {
      return true
    }
    return false
  }
}
