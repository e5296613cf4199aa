internal import ScanModel

/// Gives line and column of offsets in a block, for offsets that only grow.
struct LineCounter {
  /// Up to where line feeds are counted.
  private var offset = 0
  private var line: Int
  /// Up to where the characters of the line are counted, and how many there are.
  private var counted = (position: 0, characters: 0)

  init(_ layout: borrowing TextLayout) {
    line = layout.firstLine
    counted.characters = layout.firstColumn
  }

  /// The place of the character at `target`, which is not before the one asked for last.
  mutating func place(of target: Int, in text: Span<UInt8>) -> Place {
    text.withUnsafeBufferPointer { bytes in
      let passed = UnsafeBufferPointer(rebasing: bytes[offset..<target])
      let lineFeeds = passed.byteCount { $0 == 0x0A }
      if lineFeeds > 0 {
        line += lineFeeds
        counted = (bytes.lineStart(before: target), 0)
      }
      offset = target
      counted.characters += UnsafeBufferPointer(rebasing: bytes[counted.position..<target])
        .byteCount { $0 & 0xC0 != 0x80 }
      counted.position = target
    }
    return .line(line, column: counted.characters + 1)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the line begins that the byte at `position` is in.
  fileprivate func lineStart(before position: Int) -> Int {
    var start = position
    // Most lines are long: whole pieces without a line feed are passed over.
    while start >= 64,
      UnsafeBufferPointer(rebasing: self[start &- 64..<start]).byteCount(where: { $0 == 0x0A }) == 0
    {
      start &-= 64
    }
    while start > 0, self[start &- 1] != 0x0A { start &-= 1 }
    return start
  }

  /// How many bytes are so; counts within a byte as far as that goes, so that the inner loop takes
  /// many at a time.
  @inline(__always)
  fileprivate func byteCount(where isCounted: (UInt8) -> Bool) -> Int {
    var total = 0
    var position = 0
    while position < count {
      let end = Swift.min(position &+ 192, count)
      var part: UInt8 = 0
      while position < end {
        part &+= isCounted(self[position]) ? 1 : 0
        position &+= 1
      }
      total &+= Int(part)
    }
    return total
  }
}
