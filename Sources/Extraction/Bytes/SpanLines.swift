extension Span<UInt8> {
  /// The position of the first line feed in `range`, nil for none.
  func lineFeed(_ range: Range<Int>) -> Int? {
    let position = position(of: UInt8(ascii: "\n"), in: range)
    return position < range.upperBound ? position : nil
  }

  /// The position of the last line feed in `range`, nil for none.
  func lastLineFeed(_ range: Range<Int>) -> Int? {
    var position = range.upperBound
    while position > range.lowerBound, position >= ByteBlock.byteCount {
      let start = position &- ByteBlock.byteCount
      let feeds = ByteBlock(self, at: start).mask(of: UInt8(ascii: "\n"))
      if feeds != 0 {
        let found = position &- 1 &- feeds.leadingZeroBitCount
        return found >= range.lowerBound ? found : nil
      }
      position = start
    }
    while position > range.lowerBound {
      position -= 1
      if self[position] == UInt8(ascii: "\n") { return position }
    }
    return nil
  }

  /// The number of line feeds in `range`.
  func lineFeedCount(_ range: Range<Int>) -> Int {
    byteCount(range) { $0 == UInt8(ascii: "\n") }
  }

  /// The number of characters that begin in `range`.
  func characterCount(_ range: Range<Int>) -> Int {
    byteCount(range) { $0 & 0xC0 != 0x80 }
  }

  /// The number of bytes in `range` that are so.
  ///
  /// Counts within a byte as far as that goes: the inner loop then takes many bytes at a time.
  @inline(__always)
  private func byteCount(_ range: Range<Int>, where isCounted: (UInt8) -> Bool) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    var total = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let end = Swift.min(position &+ 192, range.upperBound)
      var part: UInt8 = 0
      while position < end {
        part &+= isCounted(self[unchecked: position]) ? 1 : 0
        position &+= 1
      }
      total &+= Int(part)
    }
    return total
  }
}
