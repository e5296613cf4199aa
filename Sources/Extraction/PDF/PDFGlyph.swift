/// What a code of a font writes: its text, and how far it moves on.
struct PDFGlyph {
  /// The bytes of the text, the first in the lowest byte, up to sixteen.
  private(set) var bytes: UInt64 = 0
  private var laterBytes: UInt64 = 0
  private(set) var byteCount = 0
  /// Whether the font says what the code stands for.
  var isMapped = false
  /// In ems of the font.
  var width: Double = 0

  /// Whether it writes a space and nothing else.
  var isSpace: Bool { byteCount == 1 && bytes == 0x20 }

  /// Adds a character in the form in which it is searched: without ligatures and with plain spaces.
  mutating func append(_ scalar: UInt32) {
    switch scalar {
    case 0xFB00: append("ff")
    case 0xFB01: append("fi")
    case 0xFB02: append("fl")
    case 0xFB03: append("ffi")
    case 0xFB04: append("ffl")
    case 0xFB05, 0xFB06: append("st")
    case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F...0x9F, 0xFEFF, 0xFFFE, 0xFFFF: break
    case 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x205F: add(0x20)
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xD800...0xDFFF: break
    // The boxes of forms as Wingdings has them.
    case 0xF0A8: append(0x2610)
    case 0xF0FD, 0xF0FE: append(0x2612)
    // Glyphs for small capitals, old-style figures and symbols in the area for private use.
    case 0xF720...0xF7FE: append(scalar - 0xF700)
    case 0xF020...0xF0FE: append(scalar - 0xF000)
    default: add(scalar)
    }
  }

  /// The number of an unmapped code must not be taken for text; it leaves a mark.
  static func unmapped(width: Double) -> PDFGlyph {
    var glyph = PDFGlyph(width: width)
    glyph.add(0xFFFD)
    return glyph
  }

  private mutating func append(_ letters: StaticString) {
    letters.withUTF8Buffer { for letter in $0 { add(UInt32(letter)) } }
  }

  private mutating func add(_ scalar: UInt32) {
    switch scalar {
    case ..<0x80: add(byte: scalar, of: 1)
    case ..<0x800:
      guard byteCount &+ 2 <= 16 else { return }
      add(byte: 0xC0 | scalar >> 6)
      add(byte: 0x80 | scalar & 0x3F)
    case ..<0x1_0000:
      guard byteCount &+ 3 <= 16 else { return }
      add(byte: 0xE0 | scalar >> 12)
      add(byte: 0x80 | scalar >> 6 & 0x3F)
      add(byte: 0x80 | scalar & 0x3F)
    case ..<0x11_0000:
      guard byteCount &+ 4 <= 16 else { return }
      add(byte: 0xF0 | scalar >> 18)
      add(byte: 0x80 | scalar >> 12 & 0x3F)
      add(byte: 0x80 | scalar >> 6 & 0x3F)
      add(byte: 0x80 | scalar & 0x3F)
    default: break
    }
  }

  private mutating func add(byte: UInt32, of count: Int = 1) {
    guard byteCount &+ count <= 16 else { return }
    if byteCount < 8 {
      bytes |= UInt64(byte & 0xFF) << UInt64(8 &* byteCount)
    } else {
      laterBytes |= UInt64(byte & 0xFF) << UInt64(8 &* (byteCount &- 8))
    }
    byteCount &+= 1
  }
}

extension PDFGlyph {
  init(width: Double) {
    self.init()
    self.width = width
  }

  /// Appends the text to `buffer`.
  @inline(__always)
  func write(to buffer: inout [UInt8]) {
    var rest = bytes
    for index in 0..<byteCount {
      if index == 8 { rest = laterBytes }
      buffer.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}

extension PDFGlyph {
  /// The text where it is a single character.
  var scalar: Unicode.Scalar? {
    guard (1...4).contains(byteCount) else { return nil }
    var text: [UInt8] = []
    write(to: &text)
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }

  /// Whether the text may begin with a mark that belongs to the character before it: U+0300 to U+037F.
  @inline(__always)
  var beginsWithMark: Bool { byteCount == 2 && bytes & 0xFE == 0xCC }

  /// Whether the text is a character for private use.
  var isPrivate: Bool {
    byteCount == 3 && bytes & 0xFF == 0xEE
      || byteCount == 3 && bytes & 0xFF == 0xEF && bytes >> 8 & 0xFF < 0xA4
  }

  /// Whether the text is such a character, and not one that Adobe uses for pieces of brackets.
  var isMeaningless: Bool { isPrivate && bytes & 0xFFFF != 0xA3EF }
}
