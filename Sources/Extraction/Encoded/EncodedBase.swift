/// How bytes are written as digits.
enum EncodedBase {
  case base64
  /// Two digits for each byte, behind `0x` or `x` where that stands before them.
  case hex

  /// What the first digits may be; nothing for a long number.
  static func possible(for digits: Span<UInt8>) -> [Self] {
    let start = digits.startOfHex
    guard digits.count >= start + 64 else { return [.base64] }
    var hasLetter = start > 0
    for position in start..<start + 64 {
      guard digits[position].hexDigit != nil else { return [.base64] }
      if digits[position].isASCIILetter { hasLetter = true }
    }
    return hasLetter ? [.hex] : []
  }

  func decode(_ digits: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    switch self {
    case .base64: Base64Decoding.decode(digits, into: &bytes)
    case .hex:
      bytes.reserveCapacity(digits.count / 2)
      var position = digits.startOfHex
      while position + 1 < digits.count, let high = digits[position].hexDigit,
        let low = digits[position + 1].hexDigit
      {
        bytes.append(high << 4 | low)
        position += 2
      }
    }
    return bytes
  }
}

extension Span<UInt8> {
  fileprivate var startOfHex: Int {
    let start = count > 0 && self[0] == UInt8(ascii: "0") ? 1 : 0
    return start < count && self[start] | 0x20 == UInt8(ascii: "x") ? start + 1 : 0
  }
}
