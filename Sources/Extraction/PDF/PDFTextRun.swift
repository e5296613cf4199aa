/// Text that was drawn without a gap, and where.
///
/// Positions are measured along the direction of the text and across it, so that text that stands
/// on its side is read like any other.
struct PDFTextRun {
  /// The bytes in the text of the page.
  var range: Range<Int>
  var direction: (x: Double, y: Double)
  /// Where it begins and ends along its direction.
  var start: Double
  var end: Double
  /// Where its base line is across the direction, growing upwards.
  var base: Double
  /// The size of the letters along the line and across it.
  var em: Double
  var height: Double
  /// What stands between letters beside their width, where that is wide: the run is a single one then.
  var spacing: Double
  /// How much its end lies behind that of its last letter, since letters are spaced.
  var widening = 0.0
  /// From which gap on it and the run before are two words, in ems.
  var wordGap = PDFPageText.wordGap
  /// How much its end lies before that of its last letter.
  var tightening = 0.0
  /// Whether it begins where the content says, not where the text before it ended.
  var isPlaced = false

  /// Whether text in this direction runs like text in `other`.
  @inline(__always)
  func runs(like other: (x: Double, y: Double)) -> Bool {
    direction.x * other.x + direction.y * other.y > 0.98
  }

  /// Whether it begins over the last letter of `last`, at about the same height.
  func mayBeAccented(with last: PDFTextRun) -> Bool {
    let gap = start - last.end
    return spacing == 0 && last.runs(like: direction) && gap < -0.05 * em && gap > -1.2 * em
      && abs(base - last.base) < 0.5 * height && abs(height - last.height) < 0.25 * height
  }
}
