/// A font of type 0, whose codes are of one to four bytes and name glyphs by number.
struct PDFCompositeFont {
  /// How strings are cut into codes, and what the codes name.
  enum Coding {
    /// Two bytes, the number of the glyph.
    case identity
    /// Two bytes, or four, of UTF-16.
    case utf16
    /// One byte, or two where the first one lies in a range for that; what they stand for is not known.
    case multibyte(PDFMultibyteCoding)
    case map(PDFCMap)
  }

  var coding = Coding.identity
  var toUnicode: PDFCMap?
  /// Whether codes are their own characters.
  var isUnicode = false
  var isVertical = false
  /// The glyph in the font program for each number of a glyph; empty where they are the same.
  var programGlyphs: [UInt16] = []
  /// The character of each glyph of the font program.
  var characters: [UInt32] = []
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
    case .multibyte(let coding):
      return coding.isLead(bytes[position]) ? (pair, 2) : (pair >> 8, 1)
    case .map(let map):
      return map.codeSpaces.isEmpty ? (pair, 2) : map.nextCode(bytes, at: position, end: end)
    }
  }

  func glyph(for code: UInt32) -> PDFGlyph {
    let number: UInt32 =
      if case .map(let map) = coding { map.number(for: code) ?? (map.isEmpty ? code : 0) } else {
        code
      }
    let width = Int(number) < widths.count ? widths[Int(number)] : defaultWidth
    var glyph = PDFGlyph(width: Double(width))
    if let toUnicode, toUnicode.appendCharacters(of: code, to: &glyph) {
      glyph.isMapped = true
      return glyph
    }
    if let scalar = character(of: code, number) {
      glyph.append(scalar)
      glyph.isMapped = true
      return glyph
    }
    return .unmapped(width: Double(width))
  }

  private func character(of code: UInt32, _ number: UInt32) -> UInt32? {
    if isUnicode { return code }
    switch coding {
    case .utf16: return code
    case .multibyte: return (0x20...0x7E).contains(code) ? code : nil
    default: break
    }
    var glyph = Int(number)
    if !programGlyphs.isEmpty { glyph = glyph < programGlyphs.count ? Int(programGlyphs[glyph]) : 0 }
    guard glyph > 0, glyph < characters.count, characters[glyph] != 0 else { return nil }
    return characters[glyph]
  }
}

/// Which bytes begin a code of two bytes in the older encodings of East Asia.
enum PDFMultibyteCoding {
  case shiftJIS, extendedUnix

  func isLead(_ byte: UInt8) -> Bool {
    switch self {
    case .shiftJIS: (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte)
    case .extendedUnix: byte > 0x80
    }
  }
}
