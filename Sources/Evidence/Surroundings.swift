internal import ScanModel

/// What the words around a value say of it.
struct Surroundings {
  /// How near the telling word is.
  enum Standing {
    /// A label directly before (or in brackets directly behind), this many bytes away.
    case label(word: Int, distance: Int)
    /// A label alone at the end of the line before, the value being first on its line.
    case labelAbove(word: Int)
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
  private static let behindByteCount = 48

  private let vocabulary: Vocabulary
  private var before = FoldedText()
  private var behind = FoldedText()
  private var hitsBefore: [WordHit] = []
  private var hitsBehind: [WordHit] = []
  /// Where the line of the value, and the one before, begin in the folded text.
  private var lineStart = 0
  private var previousLineStart = 0
  /// Where the last number of two or more digits ends in the folded text.
  private var lastNumberEnd = 0
  /// Whether no letter stands before the value on its line.
  private var beginsLine = false
  /// How far back labels can mean the value.
  private var sight = Sight.far

  private enum Sight {
    /// Only what stands directly before: in tables, and where the value has another key.
    case sameLine
    /// Also the line before.
    case lineBefore
    case far
  }
  private var start = 0

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// Reads what stands around `value`; `standing(of:)` then answers for any pattern.
  ///
  /// What stands before `limit` is not read. `isCell`: the value has a header or key of its own, so
  /// that words further away do not mean it.
  mutating func read(
    _ text: Span<UInt8>, around value: Range<Int>, notBefore limit: Int, form: TextLayout.Form,
    isCell: Bool
  ) {
    start = value.lowerBound
    var from = max(limit, start - Self.nearByteCount)
    while from < start, text[from] & 0xC0 == 0x80 { from += 1 }
    before.fold(text, from..<start)
    vocabulary.hits(in: before.bytes, into: &hitsBefore)
    measureLines()
    if form == .table || hasOwnKey(text, from: from) {
      sight = .sameLine
    } else {
      sight = isCell ? .lineBefore : .far
    }
    readBehind(text, from: value.upperBound, form: form)
  }

  /// What the surroundings say of the pattern with this number.
  func standing(of pattern: Int) -> Standing {
    var far: Standing = .none
    for hit in hitsBefore.reversed() {
      let word = vocabulary.words[hit.word]
      let isLabel = word.labelled.contains(pattern)
      guard isLabel || word.countered.contains(pattern) else { continue }
      if let near = nearStanding(of: hit, isLabel: isLabel) { return near }
      guard isLabel, sight != .sameLine else { continue }
      let isOnLineBefore =
        hit.range.upperBound <= lineStart && hit.range.upperBound > previousLineStart
      if isOnLineBefore && hit.range.upperBound >= lastNumberEnd {
        far = .labelOnLineBefore(word: hit.word)
      } else if sight == .far {
        far = .near(word: hit.word)
      }
      break
    }
    for hit in hitsBehind where vocabulary.words[hit.word].labelled.contains(pattern) {
      return .label(word: hit.word, distance: 0)
    }
    return far
  }

  /// What a word says that stands directly before the value or directly above it.
  private func nearStanding(of hit: WordHit, isLabel: Bool) -> Standing? {
    guard hit.range.upperBound >= lastNumberEnd else { return nil }
    let distance = start - before.origins[hit.range.upperBound - 1] - 1
    if hit.range.upperBound > lineStart, distance <= Self.directByteCount {
      return isLabel ? .label(word: hit.word, distance: distance) : .counter(word: hit.word)
    }
    if beginsLine, hit.range.upperBound + 1 == lineStart {
      return isLabel ? .labelAbove(word: hit.word) : .counter(word: hit.word)
    }
    return nil
  }

  private mutating func measureLines() {
    lineStart = 0
    previousLineStart = 0
    lastNumberEnd = 0
    beginsLine = true
    let bytes = before.bytes
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        previousLineStart = lineStart
        lineStart = index + 1
        beginsLine = true
      } else if byte.isDigit {
        if index > 0, bytes[index - 1].isDigit { lastNumberEnd = index + 1 }
      } else if byte != UInt8(ascii: " ") {
        beginsLine = false
      }
    }
  }

  /// Words that may stand as a key before a number of any kind.
  private static let anyNumber: [[UInt8]] = [
    "nummer", "nr", "no", "number", "waarde", "value", "id", "code", "is", "en", "of",
  ].map { Array($0.utf8) }

  /// Whether a key that is none of the value's labels stands before it: `deploy id = …`.
  private func hasOwnKey(_ text: Span<UInt8>, from: Int) -> Bool {
    var position = start - 1
    var gapCount = 0
    while position >= from, text[position].isGapBeforeValue {
      gapCount += text[position] == UInt8(ascii: "\t") ? 2 : 1
      position -= 1
    }
    guard position >= from, gapCount >= 2 || text[position].endsKey else { return false }
    let line = before.bytes[lineStart...]
    guard line.contains(where: { $0 &- 0x61 < 26 }) else { return false }
    let words = line.split(separator: UInt8(ascii: " "))
    return !(words.count == 1 && Self.anyNumber.contains { words[0].elementsEqual($0) })
  }

  /// Reads a label directly behind the value: `06-12345678 (mobiel)`, `123456782^^^NLMINBIZA`, or
  /// the next value of the same record in a tree.
  private mutating func readBehind(_ text: Span<UInt8>, from end: Int, form: TextLayout.Form) {
    hitsBehind.removeAll(keepingCapacity: true)
    var position = end
    while position < text.count, text[position] == UInt8(ascii: " ") { position += 1 }
    guard position < text.count, position - end <= 2,
      text[position].opensRemark || (form == .tree && text[position] == UInt8(ascii: "\t"))
    else { return }
    var last = position + 1
    let limit = min(text.count, position + Self.behindByteCount)
    while last < limit, !text[last].endsRemark { last += 1 }
    behind.fold(text, position + 1..<max(last, position + 1))
    vocabulary.hits(in: behind.bytes, into: &hitsBehind)
    hitsBehind.removeAll { $0.range.lowerBound > 0 }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self &- 0x30 < 10 }

  /// Space, tab or a quote.
  fileprivate var isGapBeforeValue: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\"")
      || self == UInt8(ascii: "'")
  }

  fileprivate var endsKey: Bool { self == UInt8(ascii: ":") || self == UInt8(ascii: "=") }

  fileprivate var opensRemark: Bool {
    self == UInt8(ascii: "(") || self == UInt8(ascii: "[") || self == UInt8(ascii: "^")
  }

  /// Whether a remark behind a value ends here.
  fileprivate var endsRemark: Bool {
    self == UInt8(ascii: ")") || self == UInt8(ascii: "]") || self == UInt8(ascii: "\n")
      || self == UInt8(ascii: "\t")
  }
}
