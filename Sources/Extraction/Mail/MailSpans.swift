extension Span<UInt8> {
  /// The line that begins at `start`, without its break, and where the next one begins.
  func line(from start: Int, to end: Int) -> (content: Range<Int>, next: Int) {
    let feed = position(of: 0x0A, in: start..<end)
    let contentEnd = feed > start && self[feed - 1] == 0x0D ? feed - 1 : feed
    return (start..<contentEnd, Swift.min(feed + 1, end))
  }

  /// Whether `text` stands at `position`.
  func hasPrefix(_ text: StaticString, at position: Int) -> Bool {
    guard position >= 0, position <= count - text.utf8CodeUnitCount else { return false }
    for index in 0..<text.utf8CodeUnitCount
    where self[position + index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  /// The first position of `text`, of two bytes or more, in `range`; nil for none.
  func firstPosition(of text: StaticString, in range: Range<Int>) -> Int? {
    text.withUTF8Buffer { firstPosition(of: $0.span, in: range) }
  }

  /// The first position of `text`, of two bytes or more, in `range`; nil for none.
  func firstPosition(of text: [UInt8], in range: Range<Int>) -> Int? {
    firstPosition(of: text.span, in: range)
  }

  private func firstPosition(of text: Span<UInt8>, in range: Range<Int>) -> Int? {
    guard text.count >= 2, range.count >= text.count else { return nil }
    let (first, second) = (text[0], text[1])
    let limit = range.upperBound - text.count
    var position = range.lowerBound
    while position <= limit, position &+ ByteBlock.byteCount < count {
      var marks =
        ByteBlock(self, at: position).mask(of: first)
        & ByteBlock(self, at: position &+ 1).mask(of: second)
      while marks != 0 {
        let found = position &+ marks.trailingZeroBitCount
        if found > limit { return nil }
        if matches(text, at: found) { return found }
        marks &= marks &- 1
      }
      position &+= ByteBlock.byteCount
    }
    while position <= limit {
      if self[position] == first, matches(text, at: position) { return position }
      position &+= 1
    }
    return nil
  }

  /// Whether `text`, for which there is room, stands at `position`.
  private func matches(_ text: Span<UInt8>, at position: Int) -> Bool {
    for index in 0..<text.count where self[position + index] != text[index] { return false }
    return true
  }

  /// `range` without spaces, tabs and line breaks at its ends.
  func trimmingSpace(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isMailSpace { start += 1 }
    while start < end, self[end - 1].isMailSpace { end -= 1 }
    return start..<end
  }
}

extension UInt8 {
  /// Space, tab, line feed or return.
  var isMailSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
