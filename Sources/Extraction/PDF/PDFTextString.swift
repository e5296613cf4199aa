/// Decoding of strings that are text: names, titles, values of fields.
enum PDFTextString {
  /// The text of a string in PDFDocEncoding, UTF-16 or UTF-8, as valid UTF-8.
  static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var text: [UInt8] = []
    if bytes.starts(with: [0xFE, 0xFF]) {
      decodeUTF16(bytes, isBigEndian: true, into: &text)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      decodeUTF16(bytes, isBigEndian: false, into: &text)
    } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]), isUTF8(bytes) {
      text = Array(bytes[3...])
    } else if bytes.contains(where: { $0 >= 0x80 }), isUTF8(bytes) {
      text = bytes
    } else {
      for byte in bytes { append(byte, to: &text) }
    }
    return text
  }

  static func decode(_ bytes: [UInt8]) -> [UInt8] { decode(bytes[...]) }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  private static func decodeUTF16(
    _ bytes: [UInt8], isBigEndian: Bool, into text: inout [UInt8]
  ) {
    var high: UInt32?
    var isEscape = false
    for index in stride(from: 2, to: bytes.count - 1, by: 2) {
      let first = UInt32(bytes[isBigEndian ? index : index + 1])
      let unit = first << 8 | UInt32(bytes[isBigEndian ? index + 1 : index])
      // A language code stands between two escapes.
      if unit == 0x1B {
        isEscape.toggle()
        continue
      }
      if isEscape { continue }
      if let first = high, unit & 0xFC00 == 0xDC00 {
        UTF8Encoding.append(0x1_0000 + (first & 0x3FF) << 10 + unit & 0x3FF, to: &text)
        high = nil
      } else if unit & 0xFC00 == 0xD800 {
        high = unit
      } else {
        append(unit, to: &text)
        high = nil
      }
    }
  }

  /// Appends a character; line ends of all kinds are line feeds.
  private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    switch scalar {
    case 0x0D, 0x2028, 0x2029: text.append(0x0A)
    case 0x09, 0x0A: text.append(UInt8(scalar))
    case ..<0x20, 0x7F: return
    default: UTF8Encoding.append(scalar, to: &text)
    }
  }

  private static func append(_ byte: UInt8, to text: inout [UInt8]) {
    switch byte {
    case 0x18...0x1F: UTF8Encoding.append(UInt32(accents[Int(byte) - 0x18]), to: &text)
    case 0x80...0xA0: UTF8Encoding.append(UInt32(upper[Int(byte) - 0x80]), to: &text)
    default: append(UInt32(byte), to: &text)
    }
  }

  private static let accents: [8 of UInt16] = [
    0x02D8, 0x02C7, 0x02C6, 0x02D9, 0x02DD, 0x02DB, 0x02DA, 0x02DC,
  ]
  /// The characters of 0x80 to 0xA0.
  ///
  /// Source: ISO 32000-1, annex D.3.
  private static let upper: [33 of UInt16] = [
    0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044,
    0x2039, 0x203A, 0x2212, 0x2030, 0x201E, 0x201C, 0x201D, 0x2018,
    0x2019, 0x201A, 0x2122, 0xFB01, 0xFB02, 0x0141, 0x0152, 0x0160,
    0x0178, 0x017D, 0x0131, 0x0142, 0x0153, 0x0161, 0x017E, 0xFFFD,
    0x20AC,
  ]
}
