/// The text of a page as it is drawn, run by run.
struct PDFPageText {
  /// The text of the runs, in UTF-8.
  private(set) var text: [UInt8] = []
  private(set) var runs: [PDFTextRun] = []
  private(set) var glyphCount = 0
  private(set) var unmappedCount = 0
  /// The most glyphs in a row that mean nothing.
  private(set) var longestUnmappedRow = 0
  private var unmappedRow = 0
  /// What stands for the glyphs that follow, until `endReplacement`.
  private var replacement: [UInt8]?
  private var replacementIsWritten = false
  /// How often runs began behind a wide gap or on a new line, by half points along their direction.
  private var columnStarts: [Int: Int] = [:]
  /// A run that begins over the end of the last one: a letter and its accent, or text drawn twice.
  private var runOverLast: PDFTextRun?

  /// The gap from which on two runs are two words, in ems; less where spaces are narrow.
  static let wordGap = 0.165
  /// The gap from which on two words are two that were placed for themselves, in ems.
  static let placedWordGap = 0.11
  /// The gap from which on two numbers that were placed for themselves are two, in ems.
  static let numberGap = 0.06
  /// The digits that a number has at least for that.
  static let numberDigitCount = 4
  /// How many others begin where a run does that begins a column, whatever touches it.
  private static let columnRowCount = 2
  /// The most runs of a page.
  static let runLimit = 2_000_000

  mutating func reset() {
    text.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    glyphCount = 0
    unmappedCount = 0
    longestUnmappedRow = 0
    unmappedRow = 0
    replacement = nil
    runOverLast = nil
    columnStarts.removeAll(keepingCapacity: true)
  }

  /// Goes on with the text at a place: the last run grows, or another one begins.
  mutating func begin(
    at point: (x: Double, y: Double), _ style: PDFTextStyle
  ) {
    let (direction, em, height) = (style.direction, style.em, style.height)
    let start = point.x * direction.x + point.y * direction.y
    // Where letters are no longer spaced as before, the space behind the last one may part words.
    if let last = runs.indices.last, abs(runs[last].widening - style.widening) > 0.02 * em {
      runs[last].end -= runs[last].widening
      runs[last].widening = 0
    }
    let base = point.y * direction.x - point.x * direction.y
    if style.spacing == 0, let last = runs.last, last.runs(like: direction),
      abs(base - last.base) < 0.1 * height, abs(height - last.height) < 0.25 * height
    {
      let gap = start - last.end
      let isNumberOfItsOwn = style.isPlaced && gap > Self.numberGap * em && endsInNumber
      let isWordOfItsOwn =
        style.isPlaced && gap - last.tightening > Self.placedWordGap * em && last.range.count > 1
      if gap > -0.3 * em, gap < style.wordGap * em, !isNumberOfItsOwn, !isWordOfItsOwn,
        !(style.isPlaced && beginsColumn(start))
      {
        runs[runs.count - 1].tightening = style.tightening
        runs[runs.count - 1].widening = style.widening
        return
      }
      if gap < 0 || gap >= PDFFreeSpace.wideGap * em { noteColumn(start) }
    } else {
      noteColumn(start)
    }
    guard runs.count < Self.runLimit else { return }
    let run = PDFTextRun(
      range: text.count..<text.count, direction: direction, start: start, end: start, base: base,
      em: em, height: height, spacing: style.spacing, widening: style.widening,
      wordGap: style.wordGap, tightening: style.tightening, isPlaced: style.isPlaced)
    if let last = runs.last, run.mayBeAccented(with: last) {
      runOverLast = run
    } else {
      runs.append(run)
    }
  }

  private func beginsColumn(_ start: Double) -> Bool {
    Int(exactly: (start * 2).rounded()).flatMap { columnStarts[$0] } ?? 0 >= Self.columnRowCount
  }

  private mutating func noteColumn(_ start: Double) {
    if let place = Int(exactly: (start * 2).rounded()) { columnStarts[place, default: 0] += 1 }
  }

  private var endsInNumber: Bool {
    text.count >= Self.numberDigitCount
      && text.suffix(Self.numberDigitCount).allSatisfy { $0 &- 0x30 < 10 }
  }

  @inline(__always)
  mutating func append(_ glyph: PDFGlyph) {
    glyphCount &+= 1
    if glyph.isMapped { unmappedRow = 0 } else { noteUnmapped() }
    if runOverLast != nil || glyph.beginsWithMark, accents(glyph) { return }
    if replacement != nil { return appendReplacement() }
    glyph.write(to: &text)
  }

  /// Makes one letter of the last character and of what is drawn over it, where one is an accent of the
  /// other; else the glyph begins a run.
  private mutating func accents(_ glyph: PDFGlyph) -> Bool {
    let run = runOverLast
    runOverLast = nil
    if replacement == nil, let last = text.lastScalar, let own = glyph.scalar,
      let place = runs.indices.last,
      let letter = PDFAccents.mark(of: own).flatMap({ PDFAccents.composed(last, $0) })
        ?? PDFAccents.mark(of: last).flatMap({ PDFAccents.composed(own, $0) })
    {
      if let run, PDFAccents.mark(of: last) != nil { runs[place].base = run.base }
      text.removeLast(last.utf8.count)
      text += letter.utf8
      return true
    }
    if let run { runs.append(run) }
    return false
  }

  private mutating func noteUnmapped() {
    unmappedCount &+= 1
    unmappedRow &+= 1
    longestUnmappedRow = max(longestUnmappedRow, unmappedRow)
  }

  /// Adds text in UTF-8 that needs no font to be read.
  mutating func append(_ bytes: [UInt8]) {
    if let run = runOverLast { runs.append(run) }
    runOverLast = nil
    text += bytes
  }

  /// Ends what `begin` began, at `end` along the direction from where that was.
  mutating func end(at point: (x: Double, y: Double)) {
    runOverLast = nil
    guard let last = runs.indices.last else { return }
    let direction = runs[last].direction
    runs[last].end = max(runs[last].end, point.x * direction.x + point.y * direction.y)
    runs[last].range = runs[last].range.lowerBound..<text.count
  }

  // MARK: Replacements

  /// Takes `bytes`, valid UTF-8, for the glyphs that follow.
  mutating func beginReplacement(_ bytes: [UInt8]) {
    replacement = bytes
    replacementIsWritten = false
  }

  mutating func endReplacement() {
    replacement = nil
  }

  private mutating func appendReplacement() {
    guard !replacementIsWritten, let replacement else { return }
    replacementIsWritten = true
    text += replacement
  }
}

extension [UInt8] {
  /// The last character of a text in UTF-8.
  fileprivate var lastScalar: Unicode.Scalar? {
    let start = suffix(4).lastIndex { $0 & 0xC0 != 0x80 }
    return start.flatMap { String(decoding: self[$0...], as: UTF8.self).unicodeScalars.first }
  }
}
