import ScanModel

/// Lines of text among lines of JSON, as logs have them.
extension JSONScanner {
  /// What stands where a line begins.
  enum TextLine {
    /// A line of text, which was taken and ends here.
    case taken(Int)
    /// What may be one: more bytes will tell.
    case cut
    case none
  }

  /// Longer lines are scanned step by step.
  private static let lineByteLimit = 16 << 10

  /// Takes the line at `start` as one value where nothing is open and nothing in it may begin JSON.
  mutating func takeTextLine(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool
  ) -> TextLine {
    guard isLines, path.isOutside, !isInCall else { return .none }
    let end = lineMarks.next(in: bytes, from: start)
    guard end - start <= Self.lineByteLimit else { return .none }
    guard end < bytes.count || isLast else { return .cut }
    guard end == bytes.count || bytes[end] == UInt8(ascii: "\n") else { return .none }
    var last = end
    while last > start, bytes[last &- 1] == UInt8(ascii: "\r") { last &-= 1 }
    if last > start { takeWholeValue(bytes, start..<last) }
    return .taken(end)
  }
}
