internal import ScanModel

/// Gives line and column of offsets in a block, for offsets that only grow.
struct LineCounter {
  private var offset = 0
  private var line: Int
  private var column: Int

  init(_ layout: borrowing TextLayout) {
    line = layout.firstLine
    column = layout.firstColumn
  }

  /// The place of the character at `target`, which is not before the one asked for last.
  mutating func place(of target: Int, in text: Span<UInt8>) -> Place {
    while offset < target {
      let byte = text[offset]
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 0
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      offset += 1
    }
    return .line(line, column: column + 1)
  }
}
