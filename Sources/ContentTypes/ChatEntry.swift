/// The beginning of a message in the export of a chat: when it was sent, and who sent it.
///
/// `12-03-2024 14:05 - Jan de Vries: …`, `[12-03-2024, 14:05:33] Jan de Vries: …`, `[14:05] <jan> …`.
package struct ChatEntry {
  /// Where the name of the sender stands.
  package let sender: Range<Int>

  /// The bytes of a time, and those of a name, at most.
  private static let timeByteLimit = 32
  private static let senderByteLimit = 60
  private static let wordLimit = 6

  /// The entry that a line begins; nil where it begins none.
  package init?(_ text: Span<UInt8>, _ line: Range<Int>) {
    var start = line.lowerBound
    // A mark for the direction of writing.
    if start + 3 <= line.upperBound, text[start] == 0xE2, text[start + 1] == 0x80,
      text[start + 2] & 0xFE == 0x8E
    {
      start += 3
    }
    guard start < line.upperBound else { return nil }
    let isBracketed = text[start] == UInt8(ascii: "[")
    let digits = isBracketed ? start + 1 : start
    guard digits < line.upperBound, text[digits].isDigit,
      let timeEnd = text.timeEnd(digits..<min(digits + Self.timeByteLimit, line.upperBound)),
      let name = text.nameStart(timeEnd..<line.upperBound, isBracketed: isBracketed),
      name < line.upperBound
    else { return nil }
    let isAngled = text[name] == UInt8(ascii: "<")
    let first = isAngled ? name + 1 : name
    let end = isAngled ? UInt8(ascii: ">") : UInt8(ascii: ":")
    guard isAngled || isBracketed || text.hasDash(timeEnd..<name),
      let sender = text.sender(
        first..<min(first + Self.senderByteLimit, line.upperBound), endingIn: end,
        wordLimit: Self.wordLimit)
    else { return nil }
    self.sender = sender
  }
}

extension Span<UInt8> {
  /// The end of a time, perhaps behind a date, at the beginning of `range`; nil where there is none.
  fileprivate func timeEnd(_ range: Range<Int>) -> Int? {
    var digitCount = 0
    var colonCount = 0
    var end = range.lowerBound
    for position in range {
      switch self[position] {
      case 0x30...0x39:
        digitCount += 1
        end = position + 1
      case UInt8(ascii: ":"): colonCount += 1
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","), 0x20,
        UInt8(ascii: "T"):
        // Behind the time stands the dash before the name.
        if colonCount > 0, self[position] == 0x20 { return isTime(digitCount, colonCount, end) }
      default: return isTime(digitCount, colonCount, end)
      }
    }
    return nil
  }

  private func isTime(_ digitCount: Int, _ colonCount: Int, _ end: Int) -> Int? {
    3...14 ~= digitCount && 1...2 ~= colonCount ? end : nil
  }

  /// Where the name begins behind a time, `AM` or `PM`, a bracket and a dash.
  fileprivate func nameStart(_ range: Range<Int>, isBracketed: Bool) -> Int? {
    var position = range.lowerBound
    while position < range.upperBound, self[position] == 0x20 { position += 1 }
    if hasIgnoringCase("am", at: position) || hasIgnoringCase("pm", at: position) { position += 2 }
    if isBracketed {
      guard position < range.upperBound, self[position] == UInt8(ascii: "]") else { return nil }
      position += 1
    }
    while position < range.upperBound,
      self[position] == 0x20 || self[position] == UInt8(ascii: "-")
    {
      position += 1
    }
    return position > range.lowerBound ? position : nil
  }

  fileprivate func hasDash(_ range: Range<Int>) -> Bool {
    range.contains { self[$0] == UInt8(ascii: "-") }
  }

  /// The name at the beginning of `range`, up to `end` and a space or the end of the line.
  fileprivate func sender(
    _ range: Range<Int>, endingIn end: UInt8, wordLimit: Int
  ) -> Range<Int>? {
    var spaceCount = 0
    for position in range {
      let byte = self[position]
      if byte == end {
        let isAtEnd = position + 1 >= count || self[position + 1].isSpace
        return isAtEnd && position > range.lowerBound ? range.lowerBound..<position : nil
      }
      if byte == 0x20 { spaceCount += 1 }
      guard spaceCount < wordLimit else { return nil }
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x80..., 0x20, UInt8(ascii: "-"), UInt8(ascii: "'"),
        UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "_"), UInt8(ascii: "("),
        UInt8(ascii: ")"):
        continue
      case 0x30...0x39, UInt8(ascii: "+"):
        if position == range.lowerBound, byte != 0x2B { return nil }
      default: return nil
      }
    }
    return nil
  }
}
