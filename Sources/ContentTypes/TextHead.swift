// Looks at the first bytes of content, of which no place is sure to be there.

extension Span<UInt8> {
  /// Whether `text` stands at `position`.
  func has(_ text: StaticString, at position: Int) -> Bool {
    guard position >= 0, position <= count - text.utf8CodeUnitCount else { return false }
    for index in 0..<text.utf8CodeUnitCount
    where self[position + index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  func has<let length: Int>(_ bytes: [length of UInt8], at position: Int) -> Bool {
    guard position >= 0, position <= count - length else { return false }
    for index in bytes.indices where self[position + index] != bytes[index] { return false }
    return true
  }

  /// Whether `text`, which is in small letters, stands at `position` in capitals or small letters.
  func hasIgnoringCase(_ text: StaticString, at position: Int) -> Bool {
    guard position >= 0, position <= count - text.utf8CodeUnitCount else { return false }
    for index in 0..<text.utf8CodeUnitCount
    where self[position + index].inSmall != text.utf8Start[index] {
      return false
    }
    return true
  }

  /// Whether a control character that text does not have is among the first `limit` bytes.
  func hasControl(before limit: Int) -> Bool {
    for position in 0..<Swift.min(count, limit) where self[position].isControl { return true }
    return false
  }

  /// The first position from `start` on that does not hold a character from space to `~`;
  /// `count` for none.
  func printableEnd(from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var position = start
    while position + 8 <= count {
      let word = bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      // Sets the highest bit of bytes below 0x20, of 0x7F and of those from 0x80 on.
      if (word | (word &- ones &* 0x20) | (word &+ ones)) & (ones &* 0x80) != 0 { break }
      position += 8
    }
    while position < count, (0x20...0x7E).contains(self[position]) { position += 1 }
    return position
  }

  /// The first position from `start` on that holds no space, tab or line end; `count` for none.
  func skippingSpace(from start: Int) -> Int {
    var position = start
    while position < count, self[position].isSpace { position += 1 }
    return position
  }

  /// The position of the line feed from `start` on, or `count`.
  func lineEnd(from start: Int) -> Int {
    var position = start
    while position < count, self[position] != UInt8(ascii: "\n") { position += 1 }
    return position
  }

  /// `range` without spaces, tabs and returns at its ends.
  func trimming(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isSpace { start += 1 }
    while start < end, self[end - 1].isSpace { end -= 1 }
    return start..<end
  }
}

extension UInt8 {
  /// Space, tab, line feed or return.
  var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

  var isDigit: Bool { (0x30...0x39).contains(self) }

  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  /// A to Z as a to z, all others as they are.
  var inSmall: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

  /// C0 control characters other than line ends, tabs, form feeds, backspace and escape, and DEL.
  var isControl: Bool {
    switch self {
    case 0x00...0x07, 0x0E...0x1A, 0x1C...0x1F, 0x7F: true
    default: false
    }
  }
}
