/// Reads the JSON that the program writes itself, in the one form that it has.
struct LineCursor {
  /// The text is not what is expected.
  struct Mismatch: Error {}

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  /// Passes a text that must come next.
  mutating func pass(_ text: StaticString) throws(Mismatch) {
    guard passes(text) else { throw Mismatch() }
  }

  /// Passes a text where it comes next.
  mutating func passes(_ text: StaticString) -> Bool {
    let isNext = text.withUTF8Buffer { bytes[position...].starts(with: $0) }
    if isNext { position += text.utf8CodeUnitCount }
    return isNext
  }

  /// A number without sign.
  mutating func number() throws(Mismatch) -> Int {
    let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else { throw Mismatch() }
    position += digits.count
    return number
  }

  /// A text in quotes.
  mutating func string() throws(Mismatch) -> String {
    try pass("\"")
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: text, as: UTF8.self) else { throw Mismatch() }
        return text
      case UInt8(ascii: "\\"): text += try escape()
      default: text.append(byte)
      }
    }
    throw Mismatch()
  }

  /// The bytes of what stands behind a backslash.
  private mutating func escape() throws(Mismatch) -> [UInt8] {
    guard position < bytes.count else { throw Mismatch() }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try scalar()
    default: throw Mismatch()
    }
  }

  /// A scalar as four hexadecimal digits, or twice four (RFC 8259, section 7).
  private mutating func scalar() throws(Mismatch) -> [UInt8] {
    var value = try unit()
    if (0xD800..<0xDC00).contains(value) {
      try pass("\\u")
      let low = try unit()
      guard (0xDC00..<0xE000).contains(low) else { throw Mismatch() }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value), let bytes = UTF8.encode(scalar) else {
      throw Mismatch()
    }
    return Array(bytes)
  }

  private mutating func unit() throws(Mismatch) -> UInt32 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw Mismatch() }
    position += 4
    return unit
  }
}
