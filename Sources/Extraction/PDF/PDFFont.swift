/// A font: what its codes write, and how wide they are.
struct PDFFont {
  /// The glyphs of the codes 0 to 255 of a font with codes of one byte.
  var glyphs: [PDFGlyph] = []
  /// What a font with longer codes has instead.
  var composite: PDFCompositeFont?
  /// How wide its letters are against those of a usual font; its em counts as many times larger.
  var emScale = 1.0
  /// Whether a map of the font had more entries than are read.
  var isOverLimit = false

  /// From which gap on two runs of it are two words, in ems: less than its space.
  var wordGap: Double {
    guard glyphs.count > 0x20, glyphs[0x20].isSpace, glyphs[0x20].width > 0.1 else {
      return PDFPageText.wordGap
    }
    return min(PDFPageText.wordGap, 0.6 * glyphs[0x20].width)
  }

  var isVertical: Bool { composite?.isVertical ?? false }

  /// A font that could not be read: it writes its codes as Windows does.
  static let unknown = PDFFont(
    glyphs: FontEncodings.winAnsi.map { scalar in
      var glyph = PDFGlyph(width: 0.5)
      glyph.append(UInt32(scalar))
      glyph.isMapped = scalar != 0
      return glyph
    })
}
