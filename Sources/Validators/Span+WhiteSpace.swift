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
      // Figure, punctuation, thin, hair and zero-width space; narrow no-break space.
      return (0x87...0x8B).contains(self[index + 2]) || self[index + 2] == 0xAF ? 3 : 0
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

  /// The number of bytes of the line feed at `index` and of what the next line begins with before
  /// its text: spaces, tabs and the marks `>` of quoted mail; 0 where there is no line feed.
  func lineBreakLength(at index: Int) -> Int {
    guard self[index] == UInt8(ascii: "\n") else { return 0 }
    var end = index + 1
    while end < count, self[end] == UInt8(ascii: ">") || whiteSpaceLength(at: end) > 0 { end += 1 }
    return end - index
  }

  /// The number of UTF-8 bytes of the hyphen or dash at `index` that word processors make of a
  /// hyphen-minus or put in (U+2010...U+2015, the soft hyphen), 0 where there is none.
  func dashLength(at index: Int) -> Int {
    switch self[index] {
    case 0xC2:
      return index + 1 < count && self[index + 1] == 0xAD ? 2 : 0
    case 0xE2:
      guard index + 2 < count, self[index + 1] == 0x80 else { return 0 }
      return (0x90...0x95).contains(self[index + 2]) ? 3 : 0
    default:
      return 0
    }
  }

  /// The bytes between the white space at both ends.
  var trimmedRange: Range<Int> {
    var start = 0
    while start < count, case let length = whiteSpaceLength(at: start), length > 0 {
      start += length
    }
    // Without white space at its end, nothing inside matters.
    if start < count, self[count - 1] > UInt8(ascii: " "), self[count - 1] < 0x80 {
      return start..<count
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
