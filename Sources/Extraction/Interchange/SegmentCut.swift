/// Goes from one segment of a message to the next, and counts their lines.
///
/// Where a text has no line breaks between its segments, each counts as a line.
struct SegmentCut {
  /// How the segments of a message end.
  enum End {
    /// With a carriage return or line feed.
    case line
    /// With `mark`, unless `release` stands before it; line breaks behind it are skipped.
    case mark(UInt8, release: UInt8?)
  }

  /// A segment without its end, in the bytes that it was cut from.
  struct Segment {
    let content: Range<Int>
    /// Where the next one begins.
    let next: Int
    /// The line on which it begins, from 1.
    let number: Int
  }

  /// The line of the segment that comes next, from 1.
  private var number = 1
  /// Up to where the segment that comes next was searched for its end, from its first byte.
  private var searched = 0

  /// Longer segments are read in pieces.
  private static let longest = 32 << 20

  /// The segment that begins at `start`; nil where its end was not read yet.
  mutating func next(
    in bytes: Span<UInt8>, from start: Int, end: End, isLast: Bool
  ) -> Segment? {
    guard start < bytes.count else { return nil }
    var position = start + searched
    while position < bytes.count, !Self.isEnd(bytes[position], end) {
      position += Self.isReleased(bytes[position], end) ? 2 : 1
    }
    // The last byte may release the one behind it.
    let resumed = position > bytes.count ? bytes.count - 1 : position
    position = min(position, bytes.count)
    var next = position
    if position < bytes.count {
      if case .mark = end { next += 1 }
      while next < bytes.count, bytes[next].isLineBreak { next += 1 }
    }
    guard next < bytes.count || isLast || next - start > Self.longest else {
      searched = resumed - start
      return nil
    }
    searched = 0
    defer { number += max(1, bytes.lineBreakCount(start..<next)) }
    return Segment(content: start..<position, next: next, number: number)
  }

  private static func isEnd(_ byte: UInt8, _ end: End) -> Bool {
    switch end {
    case .line: byte.isLineBreak
    case .mark(let mark, _): byte == mark
    }
  }

  private static func isReleased(_ byte: UInt8, _ end: End) -> Bool {
    if case .mark(_, let release?) = end { return byte == release }
    return false
  }
}

extension Span<UInt8> {
  /// The line breaks of the range: a carriage return with its line feed is one.
  fileprivate func lineBreakCount(_ range: Range<Int>) -> Int {
    var count = 0
    for position in range {
      let isPaired =
        self[position] == 0x0A && position > range.lowerBound && self[position - 1] == 0x0D
      if self[position].isLineBreak && !isPaired { count += 1 }
    }
    return count
  }
}
