/// What operators of a content stream set and `q` and `Q` keep.
struct PDFContentState {
  var matrix: PDFMatrix
  /// The number of the font; negative as long as there is none.
  var font = -1
  var fontSize = 0.0
  var characterSpacing = 0.0
  var wordSpacing = 0.0
  var scale = 1.0
  var leading = 0.0
  var rise = 0.0
}
