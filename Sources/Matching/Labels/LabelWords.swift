internal import PatternCatalog

/// The last words of all labels, to tell quickly which kinds a piece of text may be a label of.
///
/// What it says is never too little: a kind that it leaves out has no label there.
struct LabelWords: Sendable {
  /// Sets of patterns, each of `setWords` words with a bit for each pattern.
  let setWords: Int
  private(set) var sets: [UInt64]
  /// Numbers of words at their hash or behind it, -1 where free; at most a quarter of them are taken.
  private var slots: [Int32]
  private var words: [Word] = []
  /// The bytes of all words.
  private var letters: [UInt8] = []
  /// By last letter, endings of words (`*straat`).
  private var endings: [[[UInt8]]] = Array(repeating: [], count: 32)
  /// The most digits that a label ends in.
  private(set) var longestNumber = 0
  /// A bit for each three letters that a word with patterns, or a suffix of labels, may end in.
  private var lastThree = [UInt64](repeating: 0, count: LastLetters.count / 64)
  /// The patterns with a label of which too little is known.
  let always: Int
  /// The patterns with a label that is an ending.
  let withEnding: Int
  /// Whether there is a pattern with a label of which too little is known.
  var hasAlways: Bool { (0..<setWords).contains { sets[always * setWords + $0] != 0 } }

  /// A word of small ASCII letters, or of digits.
  private struct Word {
    /// Where it lies in `letters`.
    let start: Int32
    let count: Int32
    /// The patterns that have a label whose last word it is.
    let set: Int32
  }

  init(_ catalog: PatternCatalog) {
    let setWords = (catalog.patterns.count + 63) / 64
    self.setWords = setWords
    // Set 0 is empty, 1 and 2 are those below.
    sets = Array(repeating: 0, count: 3 * setWords)
    always = 1
    withEnding = 2
    var capacity = 4096
    while capacity < 4 * catalog.patterns.reduce(0, { $0 + $1.labels.count }) { capacity *= 2 }
    slots = Array(repeating: -1, count: capacity)
    for suffix in LabelAffixes.suffixes { note(LastLetters.numbers(ofWordsEndingIn: suffix.span)) }
    for (number, pattern) in catalog.patterns.enumerated() {
      for label in pattern.labels { insert(label, of: number) }
    }
  }

  private mutating func insert(_ label: String, of pattern: Int) {
    let text = label.utf8.span
    guard let range = Self.lastWord(of: text) else {
      return sets.insert(pattern, into: always, setWords)
    }
    let start = letters.count
    for index in range { letters.append(text[index] | 0x20) }
    let word = start..<letters.count
    if text[0] == UInt8(ascii: "*") {
      sets.insert(pattern, into: withEnding, setWords)
      endings[Int(letters[word.upperBound - 1] & 31)].append(Array(letters[word]))
      note(LastLetters.numbers(ofWordsEndingIn: letters.span.extracting(word)))
      letters.removeSubrange(word)
      return
    }
    let slot = slot(of: letters.span, word)
    if slots[slot] >= 0 {
      letters.removeSubrange(word)
    } else {
      slots[slot] = Int32(words.count)
      words.append(
        Word(start: Int32(start), count: Int32(word.count), set: Int32(sets.count / setWords)))
      for _ in 0..<setWords { sets.append(0) }
      if word.count > 2 {
        note(LastLetters.numbers(ofWordsEndingIn: letters.span.extracting(word)))
      }
      if letters[start] < 0x40 { longestNumber = max(longestNumber, word.count) }
    }
    sets.insert(pattern, into: Int(words[Int(slots[slot])].set), setWords)
  }

  /// Notes what words end in.
  private mutating func note(_ lastLetters: some Sequence<Int>) {
    for number in lastLetters { lastThree[number >> 6] |= 1 << UInt64(number & 63) }
  }

  /// Whether a word of three letters or more may have patterns or be a suffix of labels, as far as
  /// its last three letters tell.
  @inline(__always)
  func mayEnd(_ word: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    let number = LastLetters.number(before: word.upperBound, in: text)
    return lastThree[number &>> 6] &>> UInt64(number & 63) & 1 == 1
  }

  /// The set of patterns that have a label whose last word this is; 0 for none.
  ///
  /// The word is given in small ASCII letters, or in digits.
  func set(of text: Span<UInt8>, _ word: Range<Int>) -> Int {
    let number = slots[slot(of: text, word)]
    return number < 0 ? 0 : Int(words[Int(number)].set)
  }

  /// The slot of a word, or the free one where it would be.
  private func slot(of text: Span<UInt8>, _ word: Range<Int>) -> Int {
    var slot = Int(Self.hash(text, word)) & (slots.count - 1)
    while slots[slot] >= 0, !isEqual(Int(slots[slot]), to: text, word) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isEqual(_ number: Int, to text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let word = words[number]
    guard Int(word.count) == range.count else { return false }
    for offset in 0..<range.count
    where letters[Int(word.start) + offset] != text[range.lowerBound + offset] { return false }
    return true
  }

  /// Whether the word has one of the endings.
  func hasEnding(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    endings[Int(text[word.upperBound - 1] & 31)].contains { ending in
      guard ending.count <= word.count else { return false }
      let start = word.upperBound - ending.count
      for index in ending.indices where ending[index] != text[start + index] { return false }
      return true
    }
  }

  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for index in range { hash = (hash ^ UInt32(text[index])) &* 0x0100_0193 }
    return hash ^ hash >> 15
  }

  /// The letters or the digits that a label ends in; nil where these are not ASCII, or nothing.
  private static func lastWord(of label: Span<UInt8>) -> Range<Int>? {
    var end = label.count
    while end > 0, !label[end - 1].isASCIILetter, !label[end - 1].isDigit {
      guard label[end - 1] < 0x80 else { return nil }
      end -= 1
    }
    guard end > 0 else { return nil }
    var start = end
    // Letters and digits are words of their own.
    let isOfDigits = label[end - 1].isDigit
    while start > 0, isOfDigits ? label[start - 1].isDigit : label[start - 1].isASCIILetter {
      start -= 1
    }
    return start > 0 && label[start - 1] >= 0x80 ? nil : start..<end
  }
}

extension [UInt64] {
  fileprivate mutating func insert(_ number: Int, into set: Int, _ setWords: Int) {
    self[set * setWords + number / 64] |= 1 << UInt64(number % 64)
  }
}
