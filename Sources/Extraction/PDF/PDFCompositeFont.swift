/// A font of type 0, whose codes are of one to four bytes and name glyphs by number.
struct PDFCompositeFont {
  /// How strings are cut into codes, and what the codes name.
  enum Coding {
    /// Two bytes, the number of the glyph.
    case identity
    /// Two bytes, or four, of UTF-16.
    case utf16
    /// One byte to four of UTF-8.
    case utf8
    /// Four bytes of UTF-32.
    case utf32
    case multibyte(PDFMultibyteCoding)
    case map(PDFCMap)
  }

  var coding = Coding.identity
  var toUnicode: PDFCMap?
  /// Whether codes are their own characters.
  var isUnicode = false
  var isVertical = false
  /// What numbers of glyphs mean; nil where only the font itself says that.
  var collection: PDFCharacterCollection?
  /// Whether the codes of ASCII name glyphs that are half an em wide.
  var isHalfWidth = false
  /// The glyph in the font program for each number of a glyph; empty where they are the same.
  var programGlyphs: [UInt16] = []
  /// The character of each glyph of the font program.
  var characters: [UInt32] = []
  /// Whether the widths of its glyphs tell that these stand in the usual order (`GlyphOrder`).
  var isInUsualOrder = false
  /// In ems, by number of the glyph.
  var widths: [Float] = []
  var defaultWidth: Float = 1

  /// The next code at `position` of a string that ends at `end`, which lies behind it.
  func nextCode(_ bytes: [UInt8], at position: Int, end: Int) -> (code: UInt32, byteCount: Int) {
    guard position + 1 < end else { return (UInt32(bytes[position]), 1) }
    let pair = UInt32(bytes[position]) << 8 | UInt32(bytes[position + 1])
    switch coding {
    case .identity: return (pair, 2)
    case .utf16:
      guard pair & 0xFC00 == 0xD800, position + 3 < end else { return (pair, 2) }
      let low = UInt32(bytes[position + 2]) << 8 | UInt32(bytes[position + 3])
      return (0x1_0000 + (pair & 0x3FF) << 10 + low & 0x3FF, 4)
    case .utf8: return Self.nextScalar(bytes, at: position, end: end)
    case .utf32: return Self.code(bytes, at: position, end: end, byteCount: 4)
    case .multibyte(let coding):
      let byteCount = coding.byteCount(bytes[position], bytes[position + 1])
      return Self.code(bytes, at: position, end: end, byteCount: byteCount)
    case .map(let map):
      return map.codeSpaces.isEmpty ? (pair, 2) : map.nextCode(bytes, at: position, end: end)
    }
  }

  /// The code that `byteCount` bytes are, or those that there are.
  private static func code(
    _ bytes: [UInt8], at position: Int, end: Int, byteCount: Int
  ) -> (code: UInt32, byteCount: Int) {
    let last = min(end, position + byteCount)
    var code: UInt32 = 0
    for index in position..<last { code = code << 8 | UInt32(bytes[index]) }
    return (code, last - position)
  }

  private static func nextScalar(
    _ bytes: [UInt8], at position: Int, end: Int
  ) -> (code: UInt32, byteCount: Int) {
    let first = bytes[position]
    let byteCount = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard byteCount > 1, position + byteCount <= end else {
      return (first < 0x80 ? UInt32(first) : 0xFFFD, 1)
    }
    var code = UInt32(first) & (0x7F >> UInt32(byteCount))
    for index in position + 1..<position + byteCount {
      code = code << 6 | UInt32(bytes[index] & 0x3F)
    }
    return (code, byteCount)
  }

  /// The number of the glyph that a code names.
  private func number(of code: UInt32) -> UInt32 {
    switch coding {
    case .identity: code
    case .map(let map): map.number(for: code) ?? (map.isEmpty ? code : 0)
    case .utf16, .utf8, .utf32, .multibyte:
      (0x20...0x7E).contains(code)
        ? collection?.number(of: code, isHalfWidth: isHalfWidth) ?? code - 31 : code
    }
  }

  func glyph(for code: UInt32) -> PDFGlyph {
    let number = number(of: code)
    let width = Int(number) < widths.count ? widths[Int(number)] : defaultWidth
    var glyph = PDFGlyph(width: Double(width))
    if let toUnicode, toUnicode.appendCharacters(of: code, to: &glyph) {
      glyph.isMapped = !glyph.isMeaningless
      return glyph
    }
    if let scalar = character(of: code, number) {
      glyph.append(scalar)
      glyph.isMapped = !glyph.isMeaningless
      return glyph
    }
    return likely(number, width: Double(width))
  }

  /// What a glyph probably is where the font does not say it: not certain, so it counts as unmapped.
  private func likely(_ number: UInt32, width: Double) -> PDFGlyph {
    guard isInUsualOrder, let scalar = GlyphOrder.character(of: Int(number)) else {
      return .unmapped(width: width)
    }
    var glyph = PDFGlyph(width: width)
    glyph.append(scalar)
    return glyph
  }

  private func character(of code: UInt32, _ number: UInt32) -> UInt32? {
    if isUnicode { return code }
    switch coding {
    case .utf16, .utf8, .utf32: return code == 0xFFFD ? nil : code
    case .multibyte(let coding): return coding.character(of: code)
    case .identity, .map: break
    }
    var glyph = Int(number)
    if !programGlyphs.isEmpty {
      glyph = glyph < programGlyphs.count ? Int(programGlyphs[glyph]) : 0
    }
    guard glyph > 0, glyph < characters.count, characters[glyph] != 0 else {
      return collection?.character(of: number)
    }
    return characters[glyph]
  }
}
