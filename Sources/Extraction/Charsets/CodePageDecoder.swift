import ContentTypes

/// Decodes pieces of text in code pages of Windows, which may change from piece to piece.
struct CodePageDecoder: ~Copyable {
  static let utf8 = 65001
  static let utf16 = 1200
  static let windows1252 = 1252

  private var decoder: CharsetDecoder?
  private var codePage = 0

  /// Whether characters of the code page may take two bytes.
  static func isMultiByte(_ codePage: Int) -> Bool {
    switch codePage {
    case 932, 936, 949, 950, 1361, utf8: true
    default: false
    }
  }

  /// Whether `byte` begins a character of two bytes.
  static func isLead(_ byte: UInt8, _ codePage: Int) -> Bool {
    switch codePage {
    case 932: (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte)
    case 936, 949, 950, 1361: (0x81...0xFE).contains(byte)
    default: false
    }
  }

  /// Appends `input` as UTF-8; bytes that are no character are read as Windows-1252.
  mutating func decode(_ input: Span<UInt8>, _ codePage: Int, into buffer: inout [UInt8]) {
    switch codePage {
    case Self.windows1252: _ = Windows1252.decode(input, into: &buffer)
    case Self.utf8: _ = UTF8Decoding.decode(input, isLast: true, into: &buffer)
    case Self.utf16: _ = UTF16Decoding.decode(input, .little, isLast: true, into: &buffer)
    case 1201: _ = UTF16Decoding.decode(input, .big, isLast: true, into: &buffer)
    default:
      if self.codePage != codePage {
        decoder = CharsetID(codePage: codePage).map { CharsetDecoder($0) }
        self.codePage = codePage
      }
      var strayCount = 0
      if decoder?.decode(input, isLast: true, into: &buffer, strayCount: &strayCount) == nil {
        _ = Windows1252.decode(input, into: &buffer)
      }
    }
  }

  mutating func decode(_ input: Span<UInt8>, _ codePage: Int) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(input.count)
    decode(input, codePage, into: &decoded)
    return decoded
  }
}
