extension [UInt8] {
  /// Appends text in UTF-8 as it stands between the quotes of a JSON text.
  mutating func append(escapedInJSON text: Span<UInt8>) {
    var start = 0
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte.isPlainInJSON {
        position += 1
        continue
      }
      let (scalar, width) = byte < 0x80 ? (Unicode.Scalar(byte), 1) : text.scalar(at: position)
      if byte < 0x80 || scalar.isDeceptive {
        append(text.extracting(start..<position))
        append(escapeOf: scalar)
        start = position + width
      }
      position += width
    }
    append(text.extracting(start..<text.count))
  }

  mutating func append(_ text: Span<UInt8>) {
    text.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  private mutating func append(escapeOf scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append(contentsOf: "\\\"".utf8)
    case "\\": append(contentsOf: "\\\\".utf8)
    case "\n": append(contentsOf: "\\n".utf8)
    case "\t": append(contentsOf: "\\t".utf8)
    case "\r": append(contentsOf: "\\r".utf8)
    default:
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        append(contentsOf: "\\u".utf8)
        append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
        append(contentsOf: digits.utf8)
      }
    }
  }
}

extension Span<UInt8> {
  /// The scalar that begins at `position`, where no ASCII is, and its bytes.
  fileprivate func scalar(at position: Int) -> (Unicode.Scalar, width: Int) {
    let first = UInt32(self[position])
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (0x7F >> UInt32(width))
    for index in position + 1..<Swift.min(position + width, count) {
      value = value << 6 | UInt32(self[index] & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}

extension UInt8 {
  /// Whether the byte stands for itself in a JSON text: ASCII without controls, `"` and `\`.
  fileprivate var isPlainInJSON: Bool {
    self >= 0x20 && self < 0x7F && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
  }
}
