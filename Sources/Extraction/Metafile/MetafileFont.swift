/// The font of a metafile, as far as it tells how text is placed and read.
struct MetafileFont {
  /// The height of its letters, in the units of the drawing; never 0.
  var height = 12.0
  /// How far the line of the text is turned, in tenths of a degree against the clock.
  var escapement = 0
  var codePage = CodePage.windows1252

  init() {}

  init(height: Int, escapement: Int, charset: Int) {
    self.height = height == 0 ? 12 : abs(Double(height))
    self.escapement = escapement
    codePage = CodePage(RTFFonts.codePage(ofCharset: charset) ?? 1252)
  }

  /// How wide `text`, in UTF-8, is about, in ems: most fonts are as wide as Helvetica.
  static func width(of text: [UInt8]) -> Double {
    var width = 0
    for byte in text where byte & 0xC0 != 0x80 {
      // Above ASCII it is the first byte of a character.
      width +=
        (0x20...0x7E).contains(byte) ? Int(StandardFontWidths.helvetica[Int(byte) - 0x20]) : 556
    }
    return Double(width) / 1000
  }
}
