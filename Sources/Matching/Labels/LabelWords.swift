internal import PatternCatalog

/// The last words of all labels, to tell quickly which kinds a piece of text may be a label of.
///
/// What it says is never too little: a kind that it leaves out has no label there.
struct LabelWords: Sendable {
  /// Sets of patterns, each of `setWords` words with a bit for each pattern.
  let setWords: Int
  private(set) var sets: [UInt64]
  /// By the hash of a word: its set, 0 for none; then its bytes.
  private var slots: [Int32]
  private var words: [[UInt8]] = []
  private var setOfWord: [Int32] = []
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

  init(_ catalog: PatternCatalog) {
    let setWords = (catalog.patterns.count + 63) / 64
    self.setWords = setWords
    // Set 0 is empty, 1 and 2 are those below.
    sets = Array(repeating: 0, count: 3 * setWords)
    always = 1
    withEnding = 2
    var setOfWord: [[UInt8]: Int] = [:]
    for (number, pattern) in catalog.patterns.enumerated() {
      for label in pattern.labels {
        let last = LabelWords.lastWord(of: label)
        switch last {
        case .none: sets.insert(number, into: always, setWords)
        case .ending(let word):
          sets.insert(number, into: withEnding, setWords)
          endings[Int(word[word.count - 1] & 31)].append(word)
        case .word(let word):
          let set = setOfWord[word] ?? sets.count / setWords
          if setOfWord.updateValue(set, forKey: word) == nil {
            sets += Array(repeating: 0, count: setWords)
          }
          sets.insert(number, into: set, setWords)
        }
      }
    }
    slots = Array(repeating: -1, count: 4096)
    for ending in endings.joined() { noteEnd(ending) }
    for word in setOfWord.keys where word.count > 2 { noteEnd(word) }
    for suffix in LabelAffixes.suffixes { noteEnd(suffix) }
    while slots.count < 4 * setOfWord.count { slots += slots }
    for (word, set) in setOfWord {
      insert(word, set)
      if word[0] < 0x40 { longestNumber = max(longestNumber, word.count) }
    }
  }

  private mutating func insert(_ word: [UInt8], _ set: Int) {
    var slot = Int(Self.hash(word.span, 0..<word.count)) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(words.count)
    words.append(word)
    setOfWord.append(Int32(set))
  }

  /// Notes what a word ends in that ends so, whatever stands before.
  private mutating func noteEnd(_ end: [UInt8]) {
    for number in LastLetters.numbers(ofWordsEndingIn: end) {
      lastThree[number >> 6] |= 1 << UInt64(number & 63)
    }
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
    var slot = Int(Self.hash(text, word)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if words[number].isEqual(to: text, word) { return Int(setOfWord[number]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }

  /// Whether the word has one of the endings.
  func hasEnding(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    endings[Int(text[word.upperBound - 1] & 31)].contains { ending in
      ending.count <= word.count
        && ending.isEqual(to: text, word.upperBound - ending.count..<word.upperBound)
    }
  }

  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for index in range { hash = (hash ^ UInt32(text[index])) &* 0x0100_0193 }
    return hash ^ hash >> 15
  }
}

extension LabelWords {
  /// What a label ends in.
  private enum LastWord {
    /// Letters, or digits.
    case word([UInt8])
    /// Any word that ends so.
    case ending([UInt8])
    /// Letters that are not ASCII, or nothing.
    case none
  }

  private static func lastWord(of label: String) -> LastWord {
    let isEnding = label.hasPrefix("*")
    var word: [UInt8] = []
    for byte in label.utf8.reversed() {
      if byte >= 0x80 { return .none }
      let isLetter = (byte | 0x20) &- 0x61 < 26
      guard isLetter || byte &- 0x30 < 10 else {
        if word.isEmpty { continue } else { break }
      }
      // Letters and digits are words of their own.
      if let last = word.last, (last &- 0x30 < 10) == isLetter { break }
      word.append(byte | 0x20)
    }
    if word.isEmpty { return .none }
    return isEnding ? .ending(word.reversed()) : .word(word.reversed())
  }
}

extension [UInt64] {
  fileprivate mutating func insert(_ number: Int, into set: Int, _ setWords: Int) {
    self[set * setWords + number / 64] |= 1 << UInt64(number % 64)
  }
}

extension [UInt8] {
  fileprivate func isEqual(to text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard count == range.count else { return false }
    for index in indices where self[index] != text[range.lowerBound + index] { return false }
    return true
  }
}
