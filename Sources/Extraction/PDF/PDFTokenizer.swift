/// Takes content streams and CMaps apart into numbers, names, strings and operators.
///
/// It keeps only a position: the bytes are given to every call. Strings are decoded into `strings`.
struct PDFTokenizer {
  enum Token {
    case number(Double)
    /// The bytes of a name without its slash, in the stream.
    case name(Range<Int>)
    /// The bytes of a string, in `strings`.
    case string(Range<Int>)
    case arrayStart, arrayEnd, dictionaryStart, dictionaryEnd
    case keyword(Range<Int>)
    case end
  }

  private(set) var position = 0
  /// The decoded strings since `forgetStrings`.
  private(set) var strings: [UInt8] = []

  mutating func forgetStrings() {
    strings.removeAll(keepingCapacity: true)
  }

  mutating func next(in bytes: Span<UInt8>) -> Token {
    while true {
      guard position < bytes.count else { return .end }
      let byte = bytes[position]
      switch PDFByteClass.of(byte) {
      case .space: position &+= 1
      case .number: return number(in: bytes)
      case .regular: return .keyword(takeWord(in: bytes))
      case .delimiter:
        if let token = delimited(byte, in: bytes) { return token }
      }
    }
  }

  private mutating func delimited(_ byte: UInt8, in bytes: Span<UInt8>) -> Token? {
    position &+= 1
    switch byte {
    case UInt8(ascii: "("): return literal(in: bytes)
    case UInt8(ascii: "<"):
      if position < bytes.count, bytes[position] == UInt8(ascii: "<") {
        position &+= 1
        return .dictionaryStart
      }
      return hexString(in: bytes)
    case UInt8(ascii: ">"):
      guard position < bytes.count, bytes[position] == UInt8(ascii: ">") else { return nil }
      position &+= 1
      return .dictionaryEnd
    case UInt8(ascii: "["): return .arrayStart
    case UInt8(ascii: "]"): return .arrayEnd
    case UInt8(ascii: "/"): return .name(takeWord(in: bytes))
    case UInt8(ascii: "%"):
      while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D {
        position &+= 1
      }
      return nil
    default: return nil
    }
  }

  private mutating func takeWord(in bytes: Span<UInt8>) -> Range<Int> {
    let start = position
    while position < bytes.count {
      let kind = PDFByteClass.of(bytes[position])
      guard kind == .regular || kind == .number else { break }
      position &+= 1
    }
    return start..<position
  }

  private mutating func number(in bytes: Span<UInt8>) -> Token {
    let start = position
    var value = 0.0
    var scale = 0.0
    var isNegative = false
    var digitCount = 0
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digitCount &+= 1
        if scale == 0 {
          value = value * 10 + Double(byte &- 0x30)
        } else {
          value += Double(byte &- 0x30) * scale
          scale *= 0.1
        }
      case UInt8(ascii: "."):
        guard scale == 0 else { return finish(value, isNegative, skippingIn: bytes) }
        scale = 0.1
      case UInt8(ascii: "-"):
        // Some writers put a minus into numbers or two in front of them.
        if digitCount > 0 || scale != 0 { return finish(value, isNegative, skippingIn: bytes) }
        isNegative = true
      case UInt8(ascii: "+"): break
      default:
        guard PDFByteClass.of(byte) == .regular else {
          return .number(isNegative ? -value : value)
        }
        if digitCount > 0, byte | 0x20 != UInt8(ascii: "e") {
          // An operator directly behind a number: `0Tc`.
          return .number(isNegative ? -value : value)
        }
        position = start
        return .keyword(takeWord(in: bytes))
      }
      position &+= 1
    }
    return .number(isNegative ? -value : value)
  }

  private mutating func finish(
    _ value: Double, _ isNegative: Bool, skippingIn bytes: Span<UInt8>
  ) -> Token {
    while position < bytes.count, PDFByteClass.of(bytes[position]) == .number { position &+= 1 }
    return .number(isNegative ? -value : value)
  }

  private mutating func hexString(in bytes: Span<UInt8>) -> Token {
    let start = strings.count
    var high: UInt8?
    while position < bytes.count {
      let byte = bytes[position]
      position &+= 1
      if byte == UInt8(ascii: ">") { break }
      guard let digit = byte.hexDigit else { continue }
      if let first = high {
        strings.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    if let high { strings.append(high << 4) }
    return .string(start..<strings.count)
  }

  private mutating func literal(in bytes: Span<UInt8>) -> Token {
    let start = strings.count
    var depth = 1
    while position < bytes.count {
      let byte = bytes[position]
      position &+= 1
      switch byte {
      case UInt8(ascii: "("): depth &+= 1
      case UInt8(ascii: ")"):
        depth &-= 1
        if depth == 0 { return .string(start..<strings.count) }
      case UInt8(ascii: "\\"):
        escape(in: bytes)
        continue
      case 0x0D:
        if position < bytes.count, bytes[position] == 0x0A { position &+= 1 }
        strings.append(0x0A)
        continue
      default: break
      }
      strings.append(byte)
    }
    return .string(start..<strings.count)
  }

  private mutating func escape(in bytes: Span<UInt8>) {
    guard position < bytes.count else { return }
    let byte = bytes[position]
    position &+= 1
    switch byte {
    case UInt8(ascii: "n"): strings.append(0x0A)
    case UInt8(ascii: "r"): strings.append(0x0D)
    case UInt8(ascii: "t"): strings.append(0x09)
    case UInt8(ascii: "b"): strings.append(0x08)
    case UInt8(ascii: "f"): strings.append(0x0C)
    case 0x0A: break
    case 0x0D:
      if position < bytes.count, bytes[position] == 0x0A { position &+= 1 }
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = UInt32(byte & 7)
      for _ in 0..<2 {
        guard position < bytes.count, bytes[position] & 0xF8 == 0x30 else { break }
        value = value << 3 | UInt32(bytes[position] & 7)
        position &+= 1
      }
      strings.append(UInt8(truncatingIfNeeded: value))
    default: strings.append(byte)
    }
  }

  /// Goes behind the data of an inline image, whose `ID` was the last token.
  mutating func skipInlineImage(in bytes: Span<UInt8>) {
    position = min(position &+ 1, bytes.count)
    while position &+ 1 < bytes.count {
      if bytes[position] == UInt8(ascii: "E"), bytes[position &+ 1] == UInt8(ascii: "I"),
        PDFByteClass.of(bytes[position &- 1]) == .space, endsImage(position &+ 2, in: bytes)
      {
        position &+= 2
        return
      }
      position &+= 1
    }
    position = bytes.count
  }

  /// Whether what begins at `start` looks like content, not like data of an image.
  private func endsImage(_ start: Int, in bytes: Span<UInt8>) -> Bool {
    guard start < bytes.count else { return true }
    guard PDFByteClass.of(bytes[start]) == .space else { return false }
    for index in start..<min(start &+ 12, bytes.count) {
      let byte = bytes[index]
      if byte > 0x7E || (byte < 0x20 && PDFByteClass.of(byte) != .space) { return false }
    }
    return true
  }
}
