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
    var position = max(searched, start)
    while true {
      let gap = text.gap(from: position)
      if let feed = text.lastLineFeed(position..<gap) { start = feed + 1 }
      // The byte before may be the first of two spaces.
      searched = gap - 1
      guard gap < text.count else { return nil }
      // What indents a line parts nothing in it.
      let content = text.skippingBlanks(from: start)
      if content <= gap { return gap }
      position = content
    }
  }
}

extension Span<UInt8> {
  /// The first position from `start` on of a tab, a `|` or the second of two spaces; `count` for
  /// none.
  fileprivate func gap(from start: Int) -> Int {
    var position = start
    while position + 33 <= count {
      let found =
        gapMarks(at: position) | gapMarks(at: position + 8) | gapMarks(at: position + 16)
        | gapMarks(at: position + 24)
      if found != 0 { break }
      position += 32
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

  /// Not 0 where one of the eight bytes at `position` is a tab, a `|` or the first of two spaces.
  @inline(__always)
  private func gapMarks(at position: Int) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let here = bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
    let next = bytes.unsafeLoadUnaligned(fromByteOffset: position + 1, as: UInt64.self)
    // A byte that becomes 0 here is one that is looked for; 0x80 is then set in the last line.
    let tab = here ^ (ones &* 0x09)
    let pipe = here ^ (ones &* 0x7C)
    let spaces = (here ^ (ones &* 0x20)) | (next ^ (ones &* 0x20))
    let found = (tab &- ones) & ~tab | (pipe &- ones) & ~pipe | (spaces &- ones) & ~spaces
    return found & (ones &* 0x80)
  }

  /// The first position from `start` on that holds no space or tab; `count` for none.
  fileprivate func skippingBlanks(from start: Int) -> Int {
    var position = start
    while position < count, self[position] == 0x20 || self[position] == 0x09 { position += 1 }
    return position
  }
}
