import ScanModel

/// The insides of strings, of tokens without quotes and of comments.
extension JSONScanner {
  mutating func scanString(
    _ bytes: Span<UInt8>, from start: Int, quote: UInt8, isLast: Bool
  ) -> Int? {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == quote {
        append(bytes, start..<position)
        endToken()
        return position + 1
      }
      if byte == UInt8(ascii: "\\") {
        append(bytes, start..<position)
        return scanEscape(bytes, at: position, isLast: isLast)
          ?? (position > start ? position : nil)
      }
      if byte == UInt8(ascii: "\n") {
        if isLines {
          append(bytes, start..<position)
          endToken()
          path.closeAll()
          isMalformed = true
          return position
        }
        line += 1
      }
      position += 1
    }
    append(bytes, start..<position)
    return position
  }

  /// Decodes the escape at `position`; one that is not valid is read as it is written.
  private mutating func scanEscape(
    _ bytes: Span<UInt8>, at position: Int, isLast: Bool
  ) -> Int? {
    let available = bytes.count - position
    guard available > 1 else { return isLast ? takeBackslash(bytes, at: position) : nil }
    let escaped: UInt8
    switch bytes[position + 1] {
    case UInt8(ascii: "n"): escaped = 0x0A
    case UInt8(ascii: "t"): escaped = 0x09
    case UInt8(ascii: "r"): escaped = 0x0D
    case UInt8(ascii: "b"): escaped = 0x08
    case UInt8(ascii: "f"): escaped = 0x0C
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "'"):
      escaped = bytes[position + 1]
    case UInt8(ascii: "u"):
      guard available >= 12 || isLast else { return nil }
      guard let (scalar, count) = scalar(bytes, at: position) else {
        return takeBackslash(bytes, at: position)
      }
      append(scalar)
      return position + count
    default: return takeBackslash(bytes, at: position)
    }
    append(Unicode.Scalar(escaped))
    return position + 2
  }

  private mutating func takeBackslash(_ bytes: Span<UInt8>, at position: Int) -> Int {
    append(bytes, position..<position + 1)
    return position + 1
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    var encoded: [UInt8] = []
    encoded.append(scalar)
    append(encoded.span, 0..<encoded.count)
  }

  /// The character of `\uXXXX` or of two of them that form a surrogate pair, and their length.
  private func scalar(
    _ bytes: Span<UInt8>, at position: Int
  ) -> (scalar: Unicode.Scalar, count: Int)? {
    guard let unit = codeUnit(bytes, at: position) else { return nil }
    if let scalar = Unicode.Scalar(unit) { return (scalar, 6) }
    guard unit < 0xDC00, let low = codeUnit(bytes, at: position + 6), low & 0xFC00 == 0xDC00,
      let scalar = Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF)
    else { return nil }
    return (scalar, 12)
  }

  private func codeUnit(_ bytes: Span<UInt8>, at position: Int) -> UInt32? {
    guard position + 6 <= bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for index in position + 2..<position + 6 {
      guard let digit = bytes[index].hexadecimalValue else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }

  /// Scans up to what ends a number or word; single spaces within do not.
  mutating func scanBare(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> Int? {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "("), token.role == .value {
        token.checkIdentifier(bytes, start..<position)
        if token.isIdentifier {
          append(bytes, start..<position + 1)
          endCallee()
          return position + 1
        }
      }
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
        if position + 1 == bytes.count, !isLast {
          return position > start ? takePart(bytes, start..<position) : nil
        }
        if position + 1 == bytes.count || endsSpacedWord(bytes[position + 1]) {
          append(bytes, start..<position)
          endToken()
          return position
        }
      } else if endsWord(byte) {
        append(bytes, start..<position)
        endToken()
        return position
      }
      position += 1
    }
    return takePart(bytes, start..<position)
  }

  private mutating func takePart(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    append(bytes, range)
    token.checkIdentifier(bytes, range)
    return range.upperBound
  }

  private func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      true
    case UInt8(ascii: ":"): token.role != .value
    case UInt8(ascii: ")"): isInCall
    default: false
    }
  }

  private func endsSpacedWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "/"): true
    default: endsWord(byte)
    }
  }

  mutating func scanLineComment(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var position = start
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    text.append(bytes, start..<position)
    if position < bytes.count { endComment() }
    return position
  }

  mutating func scanBlockComment(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool
  ) -> Int? {
    var position = start
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "*") {
        if position + 1 == bytes.count, !isLast { break }
        if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "/") {
          text.append(bytes, start..<position)
          endComment()
          return position + 2
        }
      }
      if bytes[position] == UInt8(ascii: "\n") { line += 1 }
      position += 1
    }
    text.append(bytes, start..<position)
    return position > start ? position : nil
  }

  private mutating func endComment() {
    text.endField()
    text.breakLine()
    place = .between
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit, nil for all else.
  var hexadecimalValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
