import ContentTypes

/// What the header of a data file of SAS says of its pages.
///
/// Source: M. Shotwell, SAS7BDAT Database Binary Format, SAS7BDAT Header; for the numbers of character sets
/// the table of the parso library.
struct SASHeader {
  let order: ByteOrder
  /// Whether places and lengths take eight bytes.
  let isWide: Bool
  let pageByteCount: Int
  let firstPage: Int
  let pageCount: Int
  /// Whether rows are aligned to eight bytes, which Stat/Transfer leaves out.
  let isAligned: Bool
  /// How texts are encoded; nil where the file does not say.
  let encoding: TextEncoding?

  /// How many bytes a place or length takes.
  var wordByteCount: Int { isWide ? 8 : 4 }

  private static let shortest = 288

  /// Nil where these are no bytes of such a file.
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count >= Self.shortest else { return nil }
    isWide = bytes[32] == 0x33
    order = bytes[37] == 1 ? .little : .big
    encoding = Self.encoding(numbered: bytes[70])
    let shift = bytes[35] == 0x33 ? 4 : 0
    guard let start = bytes.integer(at: 196 + shift, byteCount: 4, order),
      let length = bytes.integer(at: 200 + shift, byteCount: 4, order),
      let count = bytes.integer(at: 204 + shift, byteCount: isWide ? 8 : 4, order),
      start >= Self.shortest, length >= 256, length < 1 << 26
    else { return nil }
    isAligned = !bytes.begins(with: "9.0000M0", at: (isWide ? 220 : 216) + shift)
    firstPage = start
    pageByteCount = length
    pageCount = count
  }

  private static func encoding(numbered number: UInt8) -> TextEncoding? {
    switch number {
    case 20: .utf8
    case 29, 62: .windows1252
    case 30: .declared(.iso8859Part2)
    case 31: .declared(.iso8859Part3)
    case 32: .declared(.iso8859Part4)
    case 33: .declared(.iso8859Part5)
    case 34: .declared(.iso8859Part6)
    case 35: .declared(.iso8859Part7)
    case 36: .declared(.iso8859Part8)
    case 37, 64: .declared(.iso8859Part9)
    case 40: .declared(.iso8859Part15)
    case 43: .declared(.ibm437)
    case 44: .declared(.ibm850)
    case 45: .declared(.ibm852)
    case 46: .declared(.ibm858)
    case 47: .declared(.ibm862)
    case 51: .declared(.ibm866)
    case 58: .declared(.ibm857)
    case 60: .declared(.windows1250)
    case 61: .declared(.windows1251)
    case 63: .declared(.windows1253)
    case 65: .declared(.windows1255)
    case 66: .declared(.windows1256)
    case 67: .declared(.windows1257)
    case 68: .declared(.windows1258)
    case 69: .declared(.macintosh)
    case 118, 123: .declared(.big5)
    case 125, 126, 205: .declared(.gb18030)
    case 134: .declared(.eucJP)
    case 138: .declared(.shiftJIS)
    case 140, 141: .declared(.eucKR)
    case 242: .declared(.iso8859Part13)
    default: nil
    }
  }
}
