/// The patterns that have a label ending in one of the words that were put in.
struct LabelSet: ~Copyable {
  private let words: LabelWords
  /// A bit for each pattern.
  private let patterns: UnsafeMutablePointer<UInt64>
  private let count: Int
  /// Whether every pattern may have one.
  private var isFull = false
  private var word: [UInt8] = []
  /// Words that were put in before, by a part of their bytes, and their patterns.
  private let known: UnsafeMutablePointer<KnownWord>
  private let knownPatterns: UnsafeMutablePointer<UInt64>

  private static let longestWord = 64
  private static let knownCount = 1024

  private struct KnownWord {
    var key = WordKey()
    var isFull = false
    var isSuffix = false
    var hasPatterns = false
  }

  init(_ words: LabelWords) {
    self.words = words
    count = words.setWords
    patterns = .allocate(capacity: count)
    patterns.initialize(repeating: 0, count: count)
    known = .allocate(capacity: Self.knownCount)
    known.initialize(repeating: KnownWord(), count: Self.knownCount)
    knownPatterns = .allocate(capacity: Self.knownCount * count)
    knownPatterns.initialize(repeating: 0, count: Self.knownCount * count)
    word.reserveCapacity(Self.longestWord)
  }

  deinit {
    patterns.deallocate()
    known.deallocate()
    knownPatterns.deallocate()
  }

  func contains(_ pattern: Int) -> Bool {
    isFull || patterns[pattern >> 6] >> UInt64(pattern & 63) & 1 == 1
  }

  mutating func removeAll() {
    for index in 0..<count { patterns[index] = 0 }
    isFull = false
    insert(set: words.always, into: patterns)
  }

  private func insert(set: Int, into patterns: UnsafeMutablePointer<UInt64>) {
    guard set > 0 else { return }
    for index in 0..<count { patterns[index] |= words.sets[set * count + index] }
  }

  /// Puts in a word of letters, or of digits; returns whether it is a suffix of labels.
  @discardableResult
  mutating func insert(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !isFull else { return false }
    if text[range.lowerBound] < 0x40, range.count > words.longestNumber { return false }
    // Most words of a text end as no label does.
    let mayEnd = range.count < 3 || words.mayEnd(range, of: text)
    guard let key = WordKey(range, of: text) else {
      if !mayEnd, range.count <= Self.longestWord, text.isOneWord(range) { return false }
      return insertUnknown(range, of: text, into: patterns)
    }
    if !mayEnd, key.isOneWord(ofCount: range.count) { return false }
    let slot = key.slot & (Self.knownCount - 1)
    let own = knownPatterns + slot * count
    if known[slot].key != key {
      for index in 0..<count { own[index] = 0 }
      let isSuffix = insertUnknown(range, of: text, into: own)
      var hasPatterns = false
      for index in 0..<count where own[index] != 0 { hasPatterns = true }
      known[slot] = KnownWord(
        key: key, isFull: isFull, isSuffix: isSuffix, hasPatterns: hasPatterns)
    }
    isFull = known[slot].isFull
    if known[slot].hasPatterns {
      for index in 0..<count { patterns[index] |= own[index] }
    }
    return known[slot].isSuffix
  }

  @discardableResult
  private mutating func insertUnknown(
    _ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>,
    into patterns: UnsafeMutablePointer<UInt64>
  ) -> Bool {
    guard range.count <= Self.longestWord else {
      isFull = true
      return false
    }
    word.removeAll(keepingCapacity: true)
    var borders = 0
    var border = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte == 0xC3, index + 1 < range.upperBound,
        let plain = PlainLetter(second: text[index + 1]), !plain.isCapital || word.isEmpty
      {
        word.append(plain.letter)
        index += 2
        continue
      }
      guard byte < 0x80 else {
        isFull = true
        return false
      }
      if index > range.lowerBound, byte & 0x20 == 0, text[index - 1] & 0x20 != 0 {
        border = word.count
        borders += 1
      }
      word.append(byte | 0x20)
      index += 1
    }
    switch borders {
    case 0: return insert(0..<word.count, into: patterns)
    case 1:
      // `clientBsn` is two words; so may `KvK` be, or one.
      let isSuffix = insert(border..<word.count, into: patterns)
      insert(0..<border, into: patterns)
      return insert(0..<word.count, into: patterns) || isSuffix
    default:
      isFull = true
      return false
    }
  }

  @discardableResult
  private func insert(
    _ range: Range<Int>, into patterns: UnsafeMutablePointer<UInt64>
  ) -> Bool {
    insertWithRole(range, into: patterns)
    // Digits, and what is too short to be more than one word.
    guard range.count > 2, word[range.lowerBound] >= 0x61,
      LabelAffixes.maySuffixEnd(with: word[range.upperBound - 1])
    else { return isSuffix(range) }
    for suffix in LabelAffixes.suffixes
    where range.count > suffix.count && suffix.last == word[range.upperBound - 1] {
      let body = range.lowerBound..<range.upperBound - suffix.count
      if isWord(body.upperBound..<range.upperBound, suffix) { insertWithRole(body, into: patterns) }
    }
    return isSuffix(range)
  }

  private func isSuffix(_ range: Range<Int>) -> Bool {
    word.withUnsafeBufferPointer {
      LabelAffixes.isSuffix(UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  /// Puts in the word, and what is left of it behind a word of a role glued to it.
  private func insertWithRole(
    _ range: Range<Int>, into patterns: UnsafeMutablePointer<UInt64>
  ) {
    insert(set: words.set(of: word.span, range), into: patterns)
    if words.hasEnding(word.span, range) { insert(set: words.withEnding, into: patterns) }
    guard range.count >= 5 else { return }
    for role in LabelAffixes.roles(beginningWith: word[range.lowerBound])
    where range.count >= role.count + 3 {
      let rest = range.lowerBound + role.count..<range.upperBound
      if isWord(range.lowerBound..<rest.lowerBound, role) {
        insert(set: words.set(of: word.span, rest), into: patterns)
      }
    }
  }

  private func isWord(_ range: Range<Int>, _ other: [UInt8]) -> Bool {
    guard range.count == other.count else { return false }
    for index in other.indices where word[range.lowerBound + index] != other[index] { return false }
    return true
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a word is ASCII, with no capital but the first: not two words in one.
  fileprivate func isOneWord(_ range: Range<Int>) -> Bool {
    self[range.lowerBound] < 0x80
      && self[range.dropFirst()].allSatisfy { $0 & 0xA0 == 0x20 }
  }
}
