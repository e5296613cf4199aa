/// Goes from one mark of a text to the next: one of a few bytes that are looked for.
///
/// It remembers the marks of the 64 bytes around the last one, so that marks which stand close
/// together cost one look for all.
struct MarkSearch {
  private let mark: UInt8
  private let one: UInt8
  private let other: UInt8
  /// The bytes that `marks` speaks of begin here; none so far where this is far below zero.
  private var start = Int.min / 2
  private var marks: UInt64 = 0

  /// Looks for `mark` and for two more, which are line breaks unless said otherwise.
  init(
    for mark: UInt8, or one: UInt8 = UInt8(ascii: "\n"), or other: UInt8 = UInt8(ascii: "\r")
  ) {
    self.mark = mark
    self.one = one
    self.other = other
  }

  /// The position of the first mark from `position` on, or the end of the text.
  @inline(__always)
  mutating func next(in text: Span<UInt8>, from position: Int) -> Int {
    let offset = position &- start
    guard 0..<ByteBlock.byteCount ~= offset else { return search(text, from: position) }
    let rest = marks &>> UInt64(truncatingIfNeeded: offset)
    if rest != 0 { return position &+ rest.trailingZeroBitCount }
    return search(text, from: start &+ ByteBlock.byteCount)
  }

  /// Follows the text when `count` bytes are taken from its front.
  mutating func advance(by count: Int) {
    start -= count
  }

  private mutating func search(_ text: Span<UInt8>, from first: Int) -> Int {
    var position = first
    while position &+ ByteBlock.byteCount <= text.count {
      let block = ByteBlock(text, at: position)
      let found = block.mask(of: mark) | block.mask(of: one, or: other)
      if found != 0 {
        start = position
        marks = found
        return position &+ found.trailingZeroBitCount
      }
      position &+= ByteBlock.byteCount
    }
    while position < text.count, text[position] != mark, text[position] != one,
      text[position] != other
    {
      position &+= 1
    }
    return position
  }
}

extension UInt8 {
  var isLineBreak: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
