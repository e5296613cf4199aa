/// Reads fonts whose codes are single bytes.
struct PDFSimpleFontReader {
  private var characters = [[UInt32]](repeating: [], count: 256)
  private var widths = [Double](repeating: 0, count: 256)
  private var isType3 = false
  private var isTrueType = false
  private var name: [UInt8] = []
  /// How the names of its glyphs are numbered, if they are.
  private var numbering: GlyphNumbering?

  /// Reads a font, unpacking no more than `bytesLeft` bytes.
  static func read(
    _ font: PDFFile.Object, in file: borrowing PDFFile, bytesLeft: inout Int
  ) -> PDFFont {
    var reader = PDFSimpleFontReader()
    return reader.readFont(font, in: file, bytesLeft: &bytesLeft)
  }

  private mutating func readFont(
    _ font: PDFFile.Object, in file: borrowing PDFFile, bytesLeft: inout Int
  ) -> PDFFont {
    let subtype = file.name(file.value("/Subtype", of: font))
    isType3 = subtype == Array("Type3".utf8)
    isTrueType = subtype == Array("TrueType".utf8)
    name = file.name(file.value("/BaseFont", of: font))
    let descriptor = file.value("/FontDescriptor", of: font)
    readWidths(of: font, descriptor, in: file)
    let toUnicode = PDFFontReader.toUnicode(of: font, in: file, bytesLeft: &bytesLeft)
    readEncoding(
      (font, descriptor), mapsAll: mapsAll(toUnicode), in: file, bytesLeft: &bytesLeft)
    var result = PDFFont(isOverLimit: toUnicode?.isOverLimit ?? false)
    // Ghostscript makes a map out of names that are codes: CR, which is the code of c, is a return.
    let map = numbering == .codes ? nil : toUnicode
    for code in 0..<256 { result.glyphs.append(glyph(for: code, map)) }
    if isType3 { result.emScale = emScale }
    return result
  }

  /// A font of type 3 may have an em of any size; its letters, half an em wide and somewhat more, tell
  /// how large that is.
  private var emScale: Double {
    let known = widths.filter { $0 > 0 }
    guard !known.isEmpty else { return 1 }
    let mean = known.reduce(0, +) / Double(known.count)
    return (0.2...1).contains(mean) ? 1 : mean * 1.8
  }

  /// Whether a map knows all codes that the font has a width for.
  private func mapsAll(_ map: PDFCMap?) -> Bool {
    guard let map, !map.isEmpty else { return false }
    for code in 0..<256 where widths[code] > 0 {
      var glyph = PDFGlyph()
      if !map.appendCharacters(of: UInt32(code), to: &glyph) { return false }
    }
    return true
  }

  private func glyph(for code: Int, _ toUnicode: PDFCMap?) -> PDFGlyph {
    var glyph = PDFGlyph(width: widths[code])
    if let toUnicode, toUnicode.appendCharacters(of: UInt32(code), to: &glyph),
      glyph.byteCount > 0, !glyph.isPrivate || characters[code].isEmpty
    {
      glyph.isMapped = !glyph.isMeaningless
      return glyph
    }
    glyph = PDFGlyph(width: widths[code])
    for scalar in characters[code] { glyph.append(scalar) }
    guard !characters[code].isEmpty else { return .unmapped(width: widths[code]) }
    glyph.isMapped = true
    return glyph
  }

  // MARK: Encoding

  private mutating func readEncoding(
    _ font: (object: PDFFile.Object, descriptor: PDFFile.Object), mapsAll: Bool,
    in file: borrowing PDFFile, bytesLeft: inout Int
  ) {
    let encoding = file.value("/Encoding", of: font.object)
    let baseName =
      file.isName(encoding)
      ? file.name(encoding) : file.name(file.value("/BaseEncoding", of: encoding))
    if let table = Self.table(named: baseName) {
      fill(table)
    } else if !isType3 {
      let program =
        mapsAll
        ? nil : PDFFontReader.program(font.descriptor, in: file, bytesLeft: &bytesLeft)
      if let program, program.codes.contains(where: { !$0.isEmpty }) {
        for code in 0..<min(256, program.codes.count) { characters[code] = program.codes[code] }
      } else {
        fill(builtIn)
      }
    }
    readDifferences(file.value("/Differences", of: encoding), in: file)
  }

  private static func table(named name: [UInt8]) -> [UInt16]? {
    switch String(decoding: name, as: UTF8.self) {
    case "WinAnsiEncoding": FontEncodings.winAnsi
    case "MacRomanEncoding": FontEncodings.macRoman
    case "MacExpertEncoding": FontEncodings.macExpert
    case "StandardEncoding": FontEncodings.standard
    default: nil
    }
  }

  /// The encoding of a font that is not embedded.
  private var builtIn: [UInt16] {
    if name.span.position(of: "Symbol", from: 0) != nil { return FontEncodings.symbol }
    if name.span.position(of: "Dingbats", from: 0) != nil {
      return [UInt16](repeating: 0x2022, count: 256)
    }
    return isTrueType ? FontEncodings.winAnsi : FontEncodings.standard
  }

  private mutating func fill(_ table: [UInt16]) {
    for code in 0..<256 where table[code] != 0 || code < 0x20 {
      characters[code] = [UInt32(table[code])]
    }
  }

  private mutating func readDifferences(_ list: PDFFile.Object, in file: borrowing PDFFile) {
    let names = differences(list, in: file)
    numbering = GlyphNumbering(of: names, isType3: isType3)
    for (code, name) in names {
      switch numbering {
      case .codes: characters[code] = (0x20...0x7E).contains(code) ? [UInt32(code)] : []
      case .latinCodes: characters[code] = [UInt32(FontEncodings.winAnsi[code])]
      case .counts: characters[code] = []
      case nil: characters[code] = Self.characters(of: name, code: code)
      }
    }
  }

  private func differences(
    _ list: PDFFile.Object, in file: borrowing PDFFile
  ) -> [(code: Int, name: [UInt8])] {
    var names: [(code: Int, name: [UInt8])] = []
    var code = 0
    for index in 0..<min(1024, file.count(of: list)) {
      let item = file.item(index, of: list)
      if let number = file.integer(item) {
        code = number
      } else {
        if (0..<256).contains(code) { names.append((code, file.name(item))) }
        code = code < 256 ? code + 1 : 256
      }
    }
    return names
  }

  private static func characters(of name: [UInt8], code: Int) -> [UInt32] {
    let scalars = GlyphNames.scalars(of: name)
    if !scalars.isEmpty || name == Array(".notdef".utf8) { return scalars }
    // Names may be nothing but the code.
    if let number = Int(String(decoding: name, as: UTF8.self)), number == code, code >= 0x20 {
      return [UInt32(FontEncodings.winAnsi[code])]
    }
    guard let number = GlyphNames.code(in: name), (0x20...0xFF).contains(number) else { return [] }
    let isCharacter =
      number == code || name[0] | 0x20 == UInt8(ascii: "c")
      || (name[0] | 0x20 == UInt8(ascii: "g") && name.count == 5)
    guard isCharacter else { return [] }
    return [UInt32(FontEncodings.winAnsi[Int(number)])]
  }

  // MARK: Widths

  private mutating func readWidths(
    of font: PDFFile.Object, _ descriptor: PDFFile.Object, in file: borrowing PDFFile
  ) {
    var scale = 0.001
    if isType3 {
      let matrix = file.value("/FontMatrix", of: font)
      scale = abs(file.number(file.item(0, of: matrix)) ?? 0.001)
    }
    let list = file.value("/Widths", of: font)
    guard file.isArray(list) else { return takeStandardWidths() }
    let missing = file.number(file.value("/MissingWidth", of: descriptor)) ?? 0
    for code in 0..<256 { widths[code] = missing * scale }
    let first = file.integer(file.value("/FirstChar", of: font)) ?? 0
    guard (0..<256).contains(first) else { return }
    for index in 0..<min(256 - first, file.count(of: list)) {
      widths[first + index] = (file.number(file.item(index, of: list)) ?? 0) * scale
    }
  }

  private mutating func takeStandardWidths() {
    let table = standardTable
    for code in 0..<256 {
      widths[code] =
        characters[code].isEmpty
        ? Self.width(of: UInt32(FontEncodings.winAnsi[code]), in: table)
        : characters[code].reduce(0) { $0 + Self.width(of: $1, in: table) }
    }
  }

  private var standardTable: [UInt16] {
    func has(_ word: StaticString) -> Bool { name.span.position(of: word, from: 0) != nil }
    if has("Courier") { return [UInt16](repeating: 600, count: 224) }
    guard has("Times") else {
      return has("Bold") ? StandardFontWidths.helveticaBold : StandardFontWidths.helvetica
    }
    guard has("Italic") || has("Oblique") else {
      return has("Bold") ? StandardFontWidths.timesBold : StandardFontWidths.times
    }
    return has("Bold") ? StandardFontWidths.timesBoldItalic : StandardFontWidths.timesItalic
  }

  /// Of a character that the table does not have, the width of a capital; a ligature is about as wide as its
  /// letters.
  private static func width(of character: UInt32, in table: [UInt16]) -> Double {
    let place: Int?
    switch character {
    case ..<0x20: place = nil
    case 0x20...0x7E, 0xA0...0xFF: place = Int(character)
    case 0xFB01: return width(of: 0x66, in: table) + width(of: 0x69, in: table)
    case 0xFB02: return width(of: 0x66, in: table) + width(of: 0x6C, in: table)
    default: place = (0x80..<0x100).first { UInt32(FontEncodings.winAnsi[$0]) == character }
    }
    return Double(table[(place ?? 0x41) - 0x20]) / 1000
  }
}
