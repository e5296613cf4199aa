extension Span where Element == UInt8 {
  /// The number of UTF-8 bytes of the space at `index`, 0 where there is none.
  ///
  /// Space, no-break space, figure space and narrow no-break space: what word processors and
  /// exports put into numbers.
  func spaceLength(at index: Int) -> Int {
    switch self[index] {
    case UInt8(ascii: " "):
      return 1
    case 0xC2:
      return index + 1 < count && self[index + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard index + 2 < count, self[index + 1] == 0x80 else { return 0 }
      return self[index + 2] == 0x87 || self[index + 2] == 0xAF ? 3 : 0
    default:
      return 0
    }
  }

  /// The number of UTF-8 bytes of the space, tab or line end at `index`, 0 where there is none.
  func whiteSpaceLength(at index: Int) -> Int {
    switch self[index] {
    case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): 1
    default: spaceLength(at: index)
    }
  }

  /// The bytes between the white space at both ends.
  var trimmedRange: Range<Int> {
    var start = 0
    while start < count, case let length = whiteSpaceLength(at: start), length > 0 {
      start += length
    }
    var end = start
    var index = start
    while index < count {
      let length = whiteSpaceLength(at: index)
      index += Swift.max(length, 1)
      if length == 0 { end = index }
    }
    return start..<end
  }
}
