/// Eight groups of 16 bits, written in hexadecimal with `::` for a run of zeros.
struct IPv6Address: CustomStringConvertible {
  private(set) var groups = InlineArray<8, UInt16>(repeating: 0)
  /// How many bytes of the text are the address; the rest is `%` and the zone.
  let byteCount: Int

  /// Fails for anything before the address, and behind it for anything but a zone.
  init?(_ text: Span<UInt8>) {
    guard let byteCount = Self.addressLength(text) else { return nil }
    self.byteCount = byteCount
    var count = 0
    var gap: Int?
    var index = 0
    if byteCount >= 2, text[0] == Self.colon, text[1] == Self.colon {
      gap = 0
      index = 2
    }
    while index < byteCount {
      guard count < 8 else { return nil }
      var end = index
      while end < byteCount, text[end] != Self.colon { end += 1 }
      let isLast = end == byteCount
      if isLast, count <= 6, let tail = IPv4Address(text.extracting(index..<end)) {
        groups[count] = UInt16(tail.value >> 16)
        groups[count + 1] = UInt16(tail.value & 0xFFFF)
        count += 2
        break
      }
      guard let group = Self.group(text.extracting(index..<end)) else { return nil }
      groups[count] = group
      count += 1
      if isLast { break }
      index = end + 1
      guard index < byteCount else { return nil }
      if text[index] == Self.colon {
        guard gap == nil else { return nil }
        gap = count
        index += 1
      }
    }
    guard gap == nil ? count == 8 : count < 8 else { return nil }
    if let gap { spread(count: count, gap: gap) }
  }

  /// Whether the address can belong to a host on the internet.
  var isPublic: Bool {
    let isZeroToSixth = (0..<6).allSatisfy { groups[$0] == 0 }
    if isZeroToSixth { return false }
    if (0..<5).allSatisfy({ groups[$0] == 0 }), groups[5] == 0xFFFF {
      return IPv4Address(value: UInt32(groups[6]) << 16 | UInt32(groups[7])).isPublic
    }
    if groups[0] == 0x2001, groups[1] == 0xDB8 { return false }
    if groups[0] == 0x3FFF, groups[1] < 0x1000 { return false }
    return switch groups[0] {
    case 0xFC00...0xFDFF, 0xFE80...0xFEFF, 0xFF00...0xFFFF: false
    default: true
    }
  }

  /// The normal form of RFC 5952, with all groups in hexadecimal.
  var description: String {
    let zeros = longestRunOfZeros
    var text = ""
    var index = 0
    while index < 8 {
      if index == zeros.lowerBound, zeros.count > 1 {
        text += "::"
        index = zeros.upperBound
      } else {
        if index > 0, !text.hasSuffix(":") { text += ":" }
        text += String(groups[index], radix: 16)
        index += 1
      }
    }
    return text
  }

  private var longestRunOfZeros: Range<Int> {
    var longest = 0..<0
    var start = 0
    for index in 0..<8 {
      if groups[index] != 0 { start = index + 1 }
      if index + 1 - start > longest.count { longest = start..<index + 1 }
    }
    return longest
  }

  /// Moves the groups behind `gap` to the end and puts zeros in their place.
  private mutating func spread(count: Int, gap: Int) {
    let shift = 8 - count
    for index in (gap..<8).reversed() {
      groups[index] = index - shift >= gap ? groups[index - shift] : 0
    }
  }

  private static let colon = UInt8(ascii: ":")

  private static func group(_ digits: Span<UInt8>) -> UInt16? {
    guard (1...4).contains(digits.count) else { return nil }
    var value: UInt16 = 0
    for index in digits.indices {
      guard let digit = hexadecimalValue(digits[index]) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  private static func hexadecimalValue(_ byte: UInt8) -> UInt16? {
    if byte.isASCIIDigit { return UInt16(byte.digitValue) }
    let letter = byte.asciiLowercased
    guard (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(letter) else { return nil }
    return UInt16(letter - UInt8(ascii: "a") + 10)
  }

  /// The number of bytes before the zone; nil for a zone that is empty, too long or not plain.
  private static func addressLength(_ text: Span<UInt8>) -> Int? {
    for index in text.indices where text[index] == UInt8(ascii: "%") {
      let zone = index + 1..<text.count
      guard (1...15).contains(zone.count) else { return nil }
      for byte in zone where !(text[byte].isASCIIDigit || text[byte].isASCIILetter) {
        return nil
      }
      return index
    }
    return text.isEmpty ? nil : text.count
  }
}
