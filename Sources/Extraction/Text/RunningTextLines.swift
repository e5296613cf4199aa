/// Goes from line to line of running text, over those that cannot be part of a table.
///
/// Outside of tables only lines with a gap between two segments are of interest: a tab, a `|` or
/// two spaces. The rest is passed over at close to memory speed.
struct RunningTextLines {
  /// The start of the first line that was not given out or passed over.
  private(set) var start = 0
  /// Up to where the text from `start` on holds no gap.
  private var searched = 0
  /// Whether `start` lies inside a line that is too long for a table, or cannot begin one.
  private var isSkipping = false

  /// The next line, without its line feed, that may begin `table` or go on with it; nil where
  /// there is none, or none that has been read to its end.
  mutating func next(
    in text: Span<UInt8>, table: inout AlignedTable, isLast: Bool
  ) -> Range<Int>? {
    while start < text.count {
      if isSkipping {
        guard skipLine(in: text) else { return nil }
        continue
      }
      var position = start
      if table.isIdle {
        guard let gap = nextGap(in: text) else {
          if text.count - start > AlignedTable.longestLine { skipRest(of: text) }
          return nil
        }
        position = gap
      }
      let end = text.lineFeed(position..<text.count)
      if (end ?? text.count) - start > AlignedTable.longestLine {
        table.end()
        isSkipping = true
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

  /// Moves to the line behind the one that is skipped; false where its end was not read yet.
  private mutating func skipLine(in text: Span<UInt8>) -> Bool {
    let end = text.lineFeed(start..<text.count)
    start = end.map { $0 + 1 } ?? text.count
    isSkipping = end == nil
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
      guard content <= gap else {
        position = content
        continue
      }
      guard text.hasManyDigits(content..<gap) else { return gap }
      guard let feed = text.lineFeed(gap..<text.count) else {
        skipRest(of: text)
        return nil
      }
      start = feed + 1
      position = start
    }
  }

  private mutating func skipRest(of text: Span<UInt8>) {
    start = text.count
    isSkipping = true
  }
}

extension Span<UInt8> {
  /// The first position from `start` on that holds no space or tab; `count` for none.
  fileprivate func skippingBlanks(from start: Int) -> Int {
    var position = start
    while position < count, self[position] == 0x20 || self[position] == 0x09 { position += 1 }
    return position
  }

  /// Whether `range`, the beginning of the first segment of a line, has more digits than a header.
  ///
  /// Looks at the first 64 bytes of it.
  fileprivate func hasManyDigits(_ range: Range<Int>) -> Bool {
    guard range.lowerBound <= count &- ByteBlock.byteCount, !range.isEmpty else { return false }
    let digits = ByteBlock(self, at: range.lowerBound)
      .mask(from: UInt8(ascii: "0"), through: UInt8(ascii: "9"))
    let ofRange = UInt64.max >> UInt64(Swift.max(ByteBlock.byteCount - range.count, 0))
    return (digits & ofRange).nonzeroBitCount > AlignedTable.headerDigitLimit
  }
}
