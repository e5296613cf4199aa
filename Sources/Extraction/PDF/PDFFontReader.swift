/// Reads fonts: their encodings, their maps to characters and their widths.
enum PDFFontReader {
  /// The bytes of a font program or map that are read at most.
  private static let programLimit = 32 << 20

  /// Reads a font; `bytesLeft` says how many bytes of programs and maps may be unpacked for it.
  static func read(
    _ font: PDFFile.Object, in file: borrowing PDFFile, bytesLeft: inout Int
  ) -> PDFFont {
    let subtype = file.name(file.value("/Subtype", of: font))
    if subtype == Array("Type0".utf8) {
      return PDFCompositeFontReader.read(font, in: file, bytesLeft: &bytesLeft)
    }
    guard file.isDictionary(font) else { return .unknown }
    return PDFSimpleFontReader.read(font, in: file, bytesLeft: &bytesLeft)
  }

  /// The map from codes to characters; nil where there is none.
  static func toUnicode(
    of font: PDFFile.Object, in file: borrowing PDFFile, bytesLeft: inout Int
  ) -> PDFCMap? {
    map(file.value("/ToUnicode", of: font), in: file, bytesLeft: &bytesLeft)
  }

  /// The map in a stream with those that it builds on, ready for questions.
  static func map(
    _ stream: PDFFile.Object, in file: borrowing PDFFile, bytesLeft: inout Int, depth: Int = 0
  ) -> PDFCMap? {
    guard depth < 4, let bytes = bytes(of: stream, in: file, bytesLeft: &bytesLeft)
    else { return nil }
    var parser = PDFCMapParser()
    var map = parser.parse(bytes.span)
    let parent = file.value("/UseCMap", of: stream)
    if let parent = self.map(parent, in: file, bytesLeft: &bytesLeft, depth: depth + 1) {
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
    _ descriptor: PDFFile.Object, in file: borrowing PDFFile, bytesLeft: inout Int
  ) -> FontProgram? {
    let keys: [StaticString] = ["/FontFile2", "/FontFile3", "/FontFile"]
    for key in keys {
      let stream = file.value(key, of: descriptor)
      guard file.isStream(stream) else { continue }
      return bytes(of: stream, in: file, bytesLeft: &bytesLeft).flatMap(FontProgram.read)
    }
    return nil
  }

  private static func bytes(
    of stream: PDFFile.Object, in file: borrowing PDFFile, bytesLeft: inout Int
  ) -> [UInt8]? {
    guard bytesLeft > 0 else { return nil }
    let limit = min(programLimit, bytesLeft)
    let content = PDFStreams.content(of: stream, in: file, limit: limit)
    bytesLeft -= content?.bytes.count ?? 0
    return content?.bytes
  }
}
