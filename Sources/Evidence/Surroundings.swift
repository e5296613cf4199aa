internal import Matching
internal import ScanModel

/// What the words around a value say of it.
struct Surroundings: ~Copyable {
  /// How near the telling word is.
  enum Standing: Hashable, Sendable {
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
  private static let behindByteCount = 48

  /// What is read first: a label directly before lies in it, whatever stands before that.
  private static let firstByteCount = 96
  /// A label that begins so near to where reading began may be a part of a longer one.
  private static let unsureByteCount = 64

  private let vocabulary: Vocabulary
  private var before = WordsBefore()
  private var behind = FoldedText()
  private var hitsBehind: [WordHit] = []
  private var value = 0..<0
  private var limit = 0
  /// Where the field of the value begins, or 0.
  private var fieldStart = 0
  private var form = TextLayout.Form.running
  private var isCell = false
  /// How far back labels can mean the value.
  private var sight = Sight.far
  private var isWhole = false
  private var hasReadBehind = false
  /// What stands before the first of the numbers among which the value is enumerated.
  private var beforeFirst = WordsBefore()
  private var enumeration = Enumerated.unread

  private enum Enumerated {
    case unread, no, yes
  }

  private enum Sight {
    /// Only what stands directly before: in tables, and where the value has another key.
    case sameLine
    /// Also the line before.
    case lineBefore
    case far
  }

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// Reads what stands around `value`; `standing(of:in:)` then answers for any pattern.
  ///
  /// What stands before `limit` is not read; an enumeration does not reach before `fieldStart`.
  /// `isCell`: the value has a header or key of its own, so that words further away do not mean it.
  /// `isBehindSame`: the value begins where the last one of this text did.
  mutating func read(
    _ text: Span<UInt8>, around value: Range<Int>, notBefore limit: Int, fieldStart: Int,
    form: TextLayout.Form, isCell: Bool, isBehindSame: Bool
  ) {
    let isRead =
      isBehindSame && self.limit == limit && self.form == form && self.isCell == isCell
    self.value = value
    self.limit = limit
    self.fieldStart = fieldStart
    self.form = form
    self.isCell = isCell
    hasReadBehind = false
    enumeration = .unread
    if !isRead { read(text, Self.firstByteCount) }
  }

  private mutating func read(_ text: Span<UInt8>, _ byteCount: Int) {
    before.read(text, before: value.lowerBound, byteCount, notBefore: limit, vocabulary)
    isWhole = byteCount >= Self.nearByteCount || before.start == limit
    guard isWhole else { return }
    if form == .table || hasOwnKey(text) {
      sight = .sameLine
    } else {
      sight = isCell ? .lineBefore : .far
    }
  }

  /// What the surroundings in `text`, that which was read, say of the pattern with this number.
  ///
  /// `isDirect`: only a label directly before, directly above or behind counts.
  mutating func standing(of pattern: Int, in text: Span<UInt8>, isDirect: Bool) -> Standing {
    if !isWhole {
      switch firstStanding(of: pattern, in: text) {
      case .some(.none) where isDirect: return otherStanding(of: pattern, in: text) ?? .none
      case .some(let near): if case .none = near { break } else { return near }
      case nil: break
      }
      read(text, Self.nearByteCount)
    }
    var far: Standing = .none
    for index in before.hits.indices.reversed() {
      guard let role = before.role(of: index, for: pattern, in: text, vocabulary) else { continue }
      let hit = before.hits[index]
      if let near = before.standing(of: hit, as: role) { return near }
      guard role.isLabel, sight != .sameLine else { continue }
      if before.isOnLineBefore(hit) && !before.isPartedByNumber(hit) {
        far = .labelOnLineBefore(word: role.word)
      } else if sight == .far {
        far = .near(word: role.word)
      }
      break
    }
    return otherStanding(of: pattern, in: text) ?? far
  }

  /// What a label in a remark behind the value says, or else the word before the enumeration or the
  /// list of names in which it stands; nil where there is none.
  private mutating func otherStanding(of pattern: Int, in text: Span<UInt8>) -> Standing? {
    standingBehind(of: pattern, in: text) ?? standingOfFirst(of: pattern, in: text)
      ?? standingInList(of: pattern, in: text)
  }

  /// What the label says behind which names are listed, of which the value is one.
  private mutating func standingInList(of pattern: Int, in text: Span<UInt8>) -> Standing? {
    guard vocabulary.scales[pattern].isOfWords, text.mayListName(at: value.lowerBound) else {
      return nil
    }
    if !isWhole { read(text, Self.nearByteCount) }
    for index in before.hits.indices.reversed() {
      let hit = before.hits[index]
      guard before.isOnLine(hit) else { return nil }
      guard let role = before.role(of: index, for: pattern, in: text, vocabulary), role.isLabel
      else {
        continue
      }
      let gap = before.end(of: hit)..<value.lowerBound
      guard text.listsNames(in: gap) else { continue }
      return .label(word: role.word, distance: gap.count)
    }
    return nil
  }

  /// What the nearest word says that means the pattern and stands directly before the first of the
  /// numbers among which the value is enumerated.
  private mutating func standingOfFirst(of pattern: Int, in text: Span<UInt8>) -> Standing? {
    if enumeration == .unread { readBeforeFirst(text) }
    guard enumeration == .yes else { return nil }
    for index in beforeFirst.hits.indices.reversed() {
      guard let role = beforeFirst.role(of: index, for: pattern, in: text, vocabulary) else {
        continue
      }
      return beforeFirst.standing(of: beforeFirst.hits[index], as: role)
    }
    return nil
  }

  private mutating func readBeforeFirst(_ text: Span<UInt8>) {
    let limit = max(limit, fieldStart)
    let first = text.withUnsafeBufferPointer { bytes in
      Enumeration.start(of: value, in: bytes, notBefore: limit)
    }
    enumeration = first == nil ? .no : .yes
    guard let first else { return }
    beforeFirst.read(text, before: first, Self.firstByteCount, notBefore: self.limit, vocabulary)
  }

  /// What a label in a remark directly behind the value says; nil where there is none.
  private mutating func standingBehind(of pattern: Int, in text: Span<UInt8>) -> Standing? {
    if !hasReadBehind {
      readBehind(text, from: value.upperBound, form: form)
      hasReadBehind = true
    }
    for hit in hitsBehind where vocabulary.isLabel(hit.word, of: pattern) {
      return .label(word: hit.word, distance: 0)
    }
    return nil
  }

  /// What the nearest word says that means the pattern and stands directly before the value; nil
  /// where that cannot be told from what was read first.
  @inline(__always)
  private func firstStanding(of pattern: Int, in text: Span<UInt8>) -> Standing? {
    for index in before.hits.indices.reversed() {
      let hit = before.hits[index]
      guard before.origin(of: hit) >= before.start + Self.unsureByteCount else { return nil }
      guard let role = before.role(of: index, for: pattern, in: text, vocabulary) else { continue }
      // Where the nearest is too far away, those before it are too.
      return before.standing(of: hit, as: role) ?? Standing.none
    }
    return Standing.none
  }

  /// Words that may stand as a key before a number of any kind.
  private static let anyNumber: [[UInt8]] = [
    "nummer", "nr", "no", "number", "waarde", "value", "id", "code", "is", "en", "of",
  ].map { Array($0.utf8) }

  /// Whether a key that is none of the value's labels stands before it: `deploy id = …`.
  private func hasOwnKey(_ text: Span<UInt8>) -> Bool {
    var position = value.lowerBound - 1
    var gapCount = 0
    while position >= before.start, text[position].isGapBeforeValue {
      gapCount += text[position] == UInt8(ascii: "\t") ? 2 : 1
      position -= 1
    }
    guard position >= before.start, gapCount >= 2 || text[position].endsKey else { return false }
    let line = before.line
    guard line.contains(where: { $0 &- 0x61 < 26 }) else { return false }
    let words = line.split(separator: UInt8(ascii: " "), maxSplits: 1)
    let isOne = words.count == 1 || words.count == 2 && !words[1].contains { $0 != 0x20 }
    return !(isOne && Self.anyNumber.contains { words[0].elementsEqual($0) })
  }

  /// Reads a label directly behind the value: `06-12345678 (mobiel)`, `123456782^^^NLMINBIZA`, or
  /// the next value of the same record in a tree.
  private mutating func readBehind(_ text: Span<UInt8>, from end: Int, form: TextLayout.Form) {
    hitsBehind.removeAll(keepingCapacity: true)
    var position = end
    while position < text.count, text[position] == UInt8(ascii: " ") { position += 1 }
    guard position < text.count, position - end <= 2,
      text[position].opensRemark || (form.hasSiblings && text[position] == UInt8(ascii: "\t"))
    else { return }
    var last = position + 1
    let limit = min(text.count, position + Self.behindByteCount)
    while last < limit, !text[last].endsRemark { last += 1 }
    let remark = position + 1..<max(last, position + 1)
    behind.fold(text, remark)
    vocabulary.hits(in: behind, into: &hitsBehind)
    // The last word of an address names who gives numbers out: `http://fhir.nl/…/bsn`.
    let isAddress =
      form.hasSiblings && last < position + Self.behindByteCount && text.holdsAddress(in: remark)
    hitsBehind.removeAll { hit in
      hit.range.lowerBound > 0 && !(isAddress && hit.range.upperBound == behind.count)
    }
  }
}

extension Span<UInt8> {
  /// Whether `://` stands in a range.
  fileprivate func holdsAddress(in range: Range<Int>) -> Bool {
    for index in range.dropLast(2)
    where self[index] == UInt8(ascii: ":") && self[index + 1] == UInt8(ascii: "/")
      && self[index + 2] == UInt8(ascii: "/")
    {
      return true
    }
    return false
  }
}

extension UInt8 {
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
