import ScanModel

/// The boxes in a text that people tick: `Geslacht: ☒ man ☐ vrouw`.
///
/// Signs of Wingdings have the places that Word gives them, from U+F000 on.
struct TickBoxes {
  /// The longest text of which boxes are sought, and the longest beside a ticked one, in bytes.
  static let textByteLimit = 400
  private static let optionByteLimit = 60

  private static let ticked = [
    "☑", "☒", "🗹", "🗷", "🗵", "\u{F0FE}", "\u{F0FD}", "\u{F078}", "\u{F052}",
  ].map { Array($0.utf8) }
  private static let empty = ["☐", "□", "⬜", "\u{F0A8}", "\u{F06F}", "\u{F0A3}"]
    .map { Array($0.utf8) }
  private static let tickedMarks = ["[x]", "[X]", "(x)", "(X)"].map { Array($0.utf8) }
  private static let emptyMarks = ["[ ]", "( )", "[]"].map { Array($0.utf8) }

  /// What stands before the first box, without a colon; empty where nothing does.
  let question: Range<Int>
  /// What stands beside each ticked box, in order; none of them is empty.
  let options: [Range<Int>]

  /// The boxes of `range`; nil where none is ticked.
  init?(_ text: Span<UInt8>, _ range: Range<Int>) {
    guard range.count <= Self.textByteLimit else { return nil }
    var boxes: [(range: Range<Int>, isTicked: Bool)] = []
    var position = text.possibleBox(range)
    while position < range.upperBound {
      let box = Self.box(text, position..<range.upperBound)
      if let box { boxes.append((position..<position + box.byteCount, box.isTicked)) }
      position = text.possibleBox(position + (box?.byteCount ?? 1)..<range.upperBound)
    }
    guard let first = boxes.first else { return nil }
    let ends = boxes.dropFirst().map(\.range.lowerBound) + [range.upperBound]
    options = zip(boxes, ends).filter(\.0.isTicked)
      .map { text.option($0.range.upperBound..<$1) }
      .filter { 1...Self.optionByteLimit ~= $0.count }
    guard !options.isEmpty else { return nil }
    question = text.question(range.lowerBound..<first.range.lowerBound)
  }

  /// Whether a box stands at the beginning of `range`.
  static func begin(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    !range.isEmpty && box(text, range) != nil
  }

  private static func box(
    _ text: Span<UInt8>, _ range: Range<Int>
  ) -> (byteCount: Int, isTicked: Bool)? {
    let first = text[range.lowerBound]
    guard first.maybeBox else { return nil }
    let isMark = first < 0x80
    if let box = (isMark ? tickedMarks : ticked).first(where: { text.holds($0, at: range) }) {
      return (box.count, true)
    }
    return (isMark ? emptyMarks : empty).first { text.holds($0, at: range) }
      .map { ($0.count, false) }
  }
}

extension UInt8 {
  /// Whether a box may begin with it.
  fileprivate var maybeBox: Bool {
    self == UInt8(ascii: "[") || self == UInt8(ascii: "(") || self >= 0xE2
  }
}

extension Span<UInt8> {
  /// The first position in `range` at which a box may begin, or its end.
  fileprivate func possibleBox(_ range: Range<Int>) -> Int {
    var position = range.lowerBound
    while position < range.upperBound, position <= count &- ByteBlock.byteCount {
      let block = ByteBlock(self, at: position)
      let found =
        block.mask(of: UInt8(ascii: "["), or: UInt8(ascii: "("))
        | block.mask(from: 0xE2, through: 0xFF)
      if found != 0 { return min(position &+ found.trailingZeroBitCount, range.upperBound) }
      position &+= ByteBlock.byteCount
    }
    while position < range.upperBound, !self[position].maybeBox { position &+= 1 }
    return min(position, range.upperBound)
  }

  fileprivate func holds(_ bytes: [UInt8], at range: Range<Int>) -> Bool {
    guard bytes.count <= range.count else { return false }
    return bytes.indices.allSatisfy { self[range.lowerBound + $0] == bytes[$0] }
  }

  /// The text without white space at its ends and what parts it from the next option.
  fileprivate func option(_ range: Range<Int>) -> Range<Int> {
    var option = trimming(range)
    while let last = option.last,
      self[last] == UInt8(ascii: "/") || self[last] == UInt8(ascii: ",")
        || self[last] == UInt8(ascii: ";")
    {
      option = trimming(option.dropLast())
    }
    return option
  }

  fileprivate func question(_ range: Range<Int>) -> Range<Int> {
    let question = trimming(range)
    guard let last = question.last, self[last] == UInt8(ascii: ":") else { return question }
    return trimming(question.dropLast())
  }
}
