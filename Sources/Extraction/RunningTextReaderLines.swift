/// Goes from line to line of running text, over those that cannot be part of a table.
///
/// Outside of tables only lines with a gap between two segments are of interest: a tab, a `|` or
/// two spaces. The rest is passed over at close to memory speed.
struct RunningTextLines {
  /// The start of the first line that was not given out or passed over.
  private(set) var start = 0
  /// Up to where the text from `start` on holds no gap.
  private var searched = 0
  /// Whether `start` lies inside a line that is too long for a table.
  private var isInLongLine = false

  /// The next line, without its line feed, that may begin `table` or go on with it; nil where
  /// there is none, or none that has been read to its end.
  mutating func next(
    in text: Span<UInt8>, table: inout AlignedTable, isLast: Bool
  ) -> Range<Int>? {
    while start < text.count {
      if isInLongLine {
        guard skipLongLine(in: text) else { return nil }
        continue
      }
      var position = start
      if table.isIdle {
        guard let gap = nextGap(in: text) else {
          isInLongLine = text.count - start > AlignedTable.longestLine
          if isInLongLine { start = text.count }
          return nil
        }
        position = gap
      }
      let end = text.lineFeed(position..<text.count)
      if (end ?? text.count) - start > AlignedTable.longestLine {
        table.end()
        isInLongLine = true
      } else if end != nil || isLast {
        let line = start..<(end ?? text.count)
        start = min(line.upperBound + 1, text.count)
        return line
      } else {
        return nil
      }
    }
    return nil
  }

  mutating func movePositions(down count: Int) {
    start -= count
    searched -= count
  }

  /// Moves to the line behind the long one; false where its end was not read yet.
  private mutating func skipLongLine(in text: Span<UInt8>) -> Bool {
    let end = text.lineFeed(start..<text.count)
    start = end.map { $0 + 1 } ?? text.count
    isInLongLine = end == nil
    return end != nil
  }

  /// The position of the next gap, with `start` moved to its line; nil for none so far.
  private mutating func nextGap(in text: Span<UInt8>) -> Int? {
    let gap = text.gap(from: max(searched, start))
    if let feed = text.lastLineFeed(max(searched, start)..<gap) { start = feed + 1 }
    // The byte before may be the first of two spaces.
    searched = gap - 1
    return gap < text.count ? gap : nil
  }
}

extension Span<UInt8> {
  /// The first position from `start` on of a tab, a `|` or the second of two spaces; `count` for
  /// none.
  fileprivate func gap(from start: Int) -> Int {
    let space = SIMD16(repeating: UInt8(ascii: " "))
    var position = start
    while position + 17 <= count {
      let here = bytes.unsafeLoadUnaligned(fromByteOffset: position, as: SIMD16<UInt8>.self)
      let next = bytes.unsafeLoadUnaligned(fromByteOffset: position + 1, as: SIMD16<UInt8>.self)
      let isTab = here .== SIMD16(repeating: UInt8(ascii: "\t"))
      let isPipe = here .== SIMD16(repeating: UInt8(ascii: "|"))
      if any(isTab .| isPipe .| ((here .== space) .& (next .== space))) { break }
      position += 16
    }
    while position < count {
      switch self[position] {
      case UInt8(ascii: "\t"), UInt8(ascii: "|"): return position
      case UInt8(ascii: " ") where position + 1 < count && self[position + 1] == 0x20:
        return position + 1
      default: position += 1
      }
    }
    return count
  }

  /// The position of the first line feed in `range`, nil for none.
  func lineFeed(_ range: Range<Int>) -> Int? {
    let lineFeed = SIMD16(repeating: UInt8(ascii: "\n"))
    var position = range.lowerBound
    while position + 16 <= range.upperBound {
      let here = bytes.unsafeLoadUnaligned(fromByteOffset: position, as: SIMD16<UInt8>.self)
      if any(here .== lineFeed) { break }
      position += 16
    }
    while position < range.upperBound {
      if self[position] == UInt8(ascii: "\n") { return position }
      position += 1
    }
    return nil
  }

  /// The position of the last line feed in `range`, nil for none.
  fileprivate func lastLineFeed(_ range: Range<Int>) -> Int? {
    var position = range.upperBound
    while position > range.lowerBound {
      position -= 1
      if self[position] == UInt8(ascii: "\n") { return position }
    }
    return nil
  }

  /// The number of line feeds in `range`.
  func lineFeedCount(_ range: Range<Int>) -> Int {
    var count = 0
    for position in range where self[unchecked: position] == UInt8(ascii: "\n") { count &+= 1 }
    return count
  }
}
