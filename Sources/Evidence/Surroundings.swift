/// What the words around a value say of it.
struct Surroundings {
  /// How near the telling word is.
  enum Standing {
    /// A label directly before (or in brackets directly behind), this many bytes away.
    case label(word: Int, distance: Int)
    /// A label on the line before, with no other number between.
    case labelOnLineBefore(word: Int)
    /// A label within 300 bytes.
    case near(word: Int)
    /// A counter word directly before.
    case counter(word: Int)
    case none
  }

  private static let nearByteCount = 300
  private static let directByteCount = 40
  private static let behindByteCount = 24

  private let vocabulary: Vocabulary
  private var before = FoldedText()
  private var behind = FoldedText()
  private var hitsBefore: [WordHit] = []
  private var hitsBehind: [WordHit] = []
  private var lineStart = 0
  private var previousLineStart = 0
  private var lastNumberEnd = 0
  private var start = 0

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// Reads what stands around `value`; `standing(of:)` then answers for any pattern.
  ///
  /// What stands before `limit` is not read.
  mutating func read(_ text: Span<UInt8>, around value: Range<Int>, notBefore limit: Int) {
    start = value.lowerBound
    var from = max(limit, start - Self.nearByteCount)
    while from < start, text[from] & 0xC0 == 0x80 { from += 1 }
    before.fold(text, from..<start)
    vocabulary.hits(in: before.bytes, into: &hitsBefore)
    measureLines()
    readBehind(text, from: value.upperBound)
  }

  /// What the surroundings say of the pattern with this number.
  func standing(of pattern: Int) -> Standing {
    var far: Standing = .none
    for hit in hitsBefore.reversed() {
      let word = vocabulary.words[hit.word]
      let isLabel = word.labelled.contains(pattern)
      guard isLabel || word.countered.contains(pattern) else { continue }
      let hasNoNumberBetween = hit.range.upperBound >= lastNumberEnd
      let distance = start - before.origins[hit.range.upperBound - 1] - 1
      if hit.range.upperBound > lineStart, hasNoNumberBetween, distance <= Self.directByteCount {
        return isLabel ? .label(word: hit.word, distance: distance) : .counter(word: hit.word)
      }
      guard isLabel else { continue }
      let isOnLineBefore =
        hit.range.upperBound <= lineStart && hit.range.upperBound > previousLineStart
      far =
        isOnLineBefore && hasNoNumberBetween
        ? .labelOnLineBefore(word: hit.word) : .near(word: hit.word)
      break
    }
    for hit in hitsBehind where vocabulary.words[hit.word].labelled.contains(pattern) {
      return .label(word: hit.word, distance: 0)
    }
    return far
  }

  private mutating func measureLines() {
    lineStart = 0
    previousLineStart = 0
    lastNumberEnd = 0
    let bytes = before.bytes
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "\n") {
        previousLineStart = lineStart
        lineStart = index + 1
      } else if index > 0, bytes[index].isDigit, bytes[index - 1].isDigit {
        lastNumberEnd = index + 1
      }
    }
  }

  /// Reads a label in brackets directly behind the value: `06-12345678 (mobiel)`.
  private mutating func readBehind(_ text: Span<UInt8>, from end: Int) {
    hitsBehind.removeAll(keepingCapacity: true)
    var position = end
    while position < text.count, text[position] == UInt8(ascii: " ") { position += 1 }
    guard position < text.count, position - end <= 2,
      text[position] == UInt8(ascii: "(") || text[position] == UInt8(ascii: "[")
    else { return }
    var last = position
    while last < min(text.count, position + Self.behindByteCount), !text[last].endsBracket {
      last += 1
    }
    behind.fold(text, position + 1..<max(last, position + 1))
    vocabulary.hits(in: behind.bytes, into: &hitsBehind)
    hitsBehind.removeAll { $0.range.lowerBound > 0 }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self &- 0x30 < 10 }

  /// Whether a remark in brackets ends here.
  fileprivate var endsBracket: Bool {
    self == UInt8(ascii: ")") || self == UInt8(ascii: "]") || self == UInt8(ascii: "\n")
  }
}
