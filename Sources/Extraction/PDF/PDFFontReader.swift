/// Reads fonts: their encodings, their maps to characters and their widths.
enum PDFFontReader {
  /// The bytes of a font program or map that are read at most.
  static let programLimit = 32 << 20

  static func read(_ font: PDFFile.Object, in file: borrowing PDFFile) -> PDFFont {
    let subtype = file.name(file.value("/Subtype", of: font))
    if subtype == Array("Type0".utf8) { return PDFCompositeFontReader.read(font, in: file) }
    guard file.isDictionary(font) else { return .unknown }
    return PDFSimpleFontReader.read(font, in: file)
  }

  /// The map from codes to characters; nil where there is none.
  static func toUnicode(of font: PDFFile.Object, in file: borrowing PDFFile) -> PDFCMap? {
    map(file.value("/ToUnicode", of: font), in: file, depth: 0)
  }

  /// The map in a stream with those that it builds on, ready for questions.
  static func map(
    _ stream: PDFFile.Object, in file: borrowing PDFFile, depth: Int
  ) -> PDFCMap? {
    guard depth < 4, let content = PDFStreams.content(of: stream, in: file, limit: programLimit)
    else { return nil }
    var parser = PDFCMapParser()
    var map = parser.parse(content.bytes.span)
    if let parent = self.map(file.value("/UseCMap", of: stream), in: file, depth: depth + 1) {
      var whole = parent
      whole.add(map)
      map = whole
    }
    if file.integer(file.value("/WMode", of: stream)) == 1 { map.isVertical = true }
    map.sort()
    return map
  }

  /// What the embedded font says; nil where none is embedded or it says nothing.
  static func program(
    _ descriptor: PDFFile.Object, in file: borrowing PDFFile
  ) -> FontProgram? {
    let keys: [StaticString] = ["/FontFile2", "/FontFile3", "/FontFile"]
    for key in keys {
      let stream = file.value(key, of: descriptor)
      guard file.isStream(stream) else { continue }
      guard let content = PDFStreams.content(of: stream, in: file, limit: programLimit) else {
        return nil
      }
      return FontProgram.read(content.bytes)
    }
    return nil
  }
}
