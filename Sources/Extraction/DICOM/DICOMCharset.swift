import ContentTypes

/// The character sets of the texts of a data set, between which escapes may change.
///
/// Source: DICOM PS3.3, C.12.1.1.2; PS3.5, section 6.1.2.5.
struct DICOMCharset {
  /// What stands before the first escape; nil for ASCII, or whatever the bytes look like.
  private var first: TextEncoding?
  /// Whether one of them is not known.
  private(set) var isUnknown = false

  /// ASCII alone, as where a data set names none.
  static let plain = DICOMCharset()

  private init() {}

  /// `terms` are the defined terms, with a backslash between them.
  init(_ terms: Span<UInt8>) {
    var isFirst = true
    var start = 0
    for end in 0...terms.count where end == terms.count || terms[end] == UInt8(ascii: "\\") {
      let (encoding, isKnown) = Self.encoding(terms.extracting(start..<end))
      if isFirst { first = encoding }
      if !isKnown { isUnknown = true }
      isFirst = false
      start = end + 1
    }
  }

  /// The text of a value as UTF-8.
  func decode(_ bytes: Span<UInt8>) -> [UInt8] {
    guard bytes.position(of: Self.escape, in: bytes.indices) < bytes.count else {
      return Charset.decode(bytes, as: first)
    }
    var text: [UInt8] = []
    var encoding = first
    var start = 0
    var position = 0
    while position < bytes.count {
      if bytes[position] == Self.escape {
        text += Charset.decode(bytes.extracting(start..<position), as: encoding)
        let escape = Self.escapes.first { bytes.begins(with: $0.bytes, at: position + 1) }
        start = position
        if let escape {
          encoding = escape.encoding
          position += escape.bytes.utf8CodeUnitCount
          // The converters know the escapes of Japanese.
          if encoding != .declared(.iso2022JP) { start = position + 1 }
        }
      } else if Self.isBorder(bytes[position]), encoding != .declared(.iso2022JP) {
        text += Charset.decode(bytes.extracting(start..<position), as: encoding)
        encoding = first
        start = position
      }
      position += 1
    }
    return text + Charset.decode(bytes.extracting(min(start, bytes.count)...), as: encoding)
  }

  private static let escape: UInt8 = 0x1B

  /// Whether the first character set holds again behind the byte: lines, values, parts of names.
  private static func isBorder(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0C, 0x0D, UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "="): true
    default: false
    }
  }

  private static func encoding(_ term: Span<UInt8>) -> (TextEncoding?, isKnown: Bool) {
    var name = ""
    for index in term.indices where term[index].isMeaningful {
      name.unicodeScalars.append(Unicode.Scalar(term[index] | 0x20))
    }
    for prefix in ["iso2022ir", "isoir"] where name.hasPrefix(prefix) {
      name.removeFirst(prefix.count)
      break
    }
    switch name {
    case "", "6": return (nil, true)
    case "13": return (.declared(.shiftJIS), true)
    case "87", "159": return (.declared(.iso2022JP), true)
    case "166": return (.declared(.windows874), true)
    case "192", "utf8": return (.utf8, true)
    case "203": return (.declared(.iso8859Part15), true)
    default:
      let number = Array((name.utf8.allSatisfy { $0 &- 0x30 < 10 } ? "isoir" + name : name).utf8)
      let encoding = TextEncoding.named(number.span, number.indices)
      return (encoding, encoding != nil)
    }
  }

  private static let escapes: [(bytes: StaticString, encoding: TextEncoding?)] = [
    ("(B", nil), ("(J", nil), (")I", .declared(.shiftJIS)), ("-A", .windows1252),
    ("-B", .declared(.iso8859Part2)), ("-C", .declared(.iso8859Part3)),
    ("-D", .declared(.iso8859Part4)), ("-L", .declared(.iso8859Part5)),
    ("-G", .declared(.iso8859Part6)), ("-F", .declared(.iso8859Part7)),
    ("-H", .declared(.iso8859Part8)), ("-M", .declared(.iso8859Part9)),
    ("-T", .declared(.windows874)), ("-b", .declared(.iso8859Part15)),
    ("$B", .declared(.iso2022JP)), ("$@", .declared(.iso2022JP)), ("$(D", .declared(.iso2022JP)),
    ("$)C", .declared(.eucKR)), ("$)A", .declared(.gb18030)),
  ]
}

extension UInt8 {
  /// Whether it tells names of character sets apart: letters and digits.
  fileprivate var isMeaningful: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 }
}
