internal import CByteClasses
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
    let path = vp_best_path()
    text.extracting(offset..<target).withUnsafeBufferPointer { passed in
      guard let first = passed.baseAddress else { return }
      let lineFeedCount = vp_count_line_feeds(path, first, passed.count)
      guard lineFeedCount > 0 else { return }
      line += lineFeedCount
      counted = (offset + vp_line_start(path, first, passed.count), 0)
    }
    offset = target
    text.extracting(counted.position..<target).withUnsafeBufferPointer { passed in
      guard let first = passed.baseAddress else { return }
      counted.characters += vp_count_characters(path, first, passed.count)
    }
    counted.position = target
    return .line(line, column: counted.characters + 1)
  }
}
