/// Goes from one mark of a text to the next: a byte that is looked for, or a line break.
///
/// It remembers the marks of the 64 bytes around the last one, so that marks which stand close
/// together cost one look for all.
struct MarkSearch {
  let mark: UInt8
  /// The bytes that `marks` speaks of begin here; none so far where this is far below zero.
  private var start = Int.min / 2
  private var marks: UInt64 = 0

  init(for mark: UInt8) {
    self.mark = mark
  }

  /// The position of the first mark or line break from `position` on, or the end of the text.
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
      let found = block.mask(of: mark) | block.mask(of: UInt8(ascii: "\n"), or: UInt8(ascii: "\r"))
      if found != 0 {
        start = position
        marks = found
        return position &+ found.trailingZeroBitCount
      }
      position &+= ByteBlock.byteCount
    }
    while position < text.count, text[position] != mark, !text[position].isLineBreak {
      position &+= 1
    }
    return position
  }
}

extension UInt8 {
  var isLineBreak: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
