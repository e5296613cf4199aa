extension Span<UInt8> {
  /// `range` without the blanks and NULs at its end that fill up a field of fixed width.
  func withoutFill(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, self[end - 1] == 0x20 || self[end - 1] == 0 { end -= 1 }
    return range.lowerBound..<end
  }
}
