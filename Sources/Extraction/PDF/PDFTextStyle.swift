/// How large text is drawn and which way it runs.
struct PDFTextStyle {
  /// Of length 1.
  var direction: (x: Double, y: Double)
  /// The size of the letters along the line and across it.
  var em: Double
  var height: Double
  /// What stands between letters beside their width, where that is wide.
  var spacing = 0.0
  /// What stands behind a letter beside its width, where that is not wide.
  var widening = 0.0
  /// From which gap on two runs are two words.
  var wordGap = PDFPageText.wordGap
  /// How much closer to its letters others come than their widths say.
  var tightening = 0.0
  /// Whether a place was set since text was drawn before.
  var isPlaced = false
}
