/// The known words before a place in a text, and how near they are.
struct WordsBefore: ~Copyable {
  /// How far before a value a word may end that stands directly before it, in bytes.
  private static let directByteCount = 40

  /// From where on the text was read.
  private(set) var start = 0
  /// The words, in the order of the text.
  private(set) var hits: [WordHit] = []
  private var folded = FoldedText()
  /// The place before which it was read.
  private var place = 0
  /// Where the line of the place begins in the folded text.
  private var lineStart = 0
  /// Whether the place begins a line that goes on with a sentence of the line above.
  private var goesOn = false

  /// Reads `byteCount` bytes before `place`, but nothing before `limit`.
  mutating func read(
    _ text: Span<UInt8>, before place: Int, _ byteCount: Int, notBefore limit: Int,
    _ vocabulary: Vocabulary
  ) {
    self.place = place
    start = max(limit, place - byteCount)
    while start < place, text[start] & 0xC0 == 0x80 { start += 1 }
    folded.fold(text, start..<place)
    vocabulary.hits(in: folded, into: &hits)
    lineStart = folded.count
    while lineStart > 0, folded[lineStart &- 1] != 0x0A { lineStart &-= 1 }
    goesOn = lineStart == folded.count && text.goesOnWithSentence(at: place, notBefore: start)
  }

  /// The folded bytes before the place on its line.
  var line: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: folded.bytes[lineStart...]) }

  /// Where a word begins in the text.
  func origin(of hit: WordHit) -> Int { folded.origin(hit.range.lowerBound) }

  /// Where a word ends in the text.
  func end(of hit: WordHit) -> Int { folded.end(of: hit) }

  /// Whether a word stands on the line of the place.
  func isOnLine(_ hit: WordHit) -> Bool { hit.range.upperBound > lineStart }

  /// Whether a word names a pattern, and which; nil where it says nothing of it.
  ///
  /// A counter word counts for the label to which it is joined: `BSN/klantnummer`, `BSN in dossier`.
  @inline(__always)
  func role(
    of index: Int, for pattern: Int, in text: Span<UInt8>, _ vocabulary: Vocabulary
  ) -> (isLabel: Bool, word: Int)? {
    let hit = hits[index]
    if vocabulary.isLabel(hit.word, of: pattern) {
      return isNamed(by: hit, in: text, pattern, vocabulary) ? (true, hit.word) : nil
    }
    guard vocabulary.isCounter(hit.word, of: pattern) else { return nil }
    if index > 0, vocabulary.isLabel(hits[index - 1].word, of: pattern),
      let gap = folded.gap(between: hits[index - 1], and: hit), text.joinsNames(at: gap)
    {
      return (true, hits[index - 1].word)
    }
    if vocabulary.isThing(hit, forNumbersOf: pattern), text.isPlain(folded.end(of: hit)..<place),
      let label = label(before: index, of: pattern, in: text, vocabulary)
    {
      return (true, label)
    }
    return (false, hit.word)
  }

  /// Whether what stands between a label and the place lets the label mean it.
  ///
  /// The ending of a street (`*straat`) means a postcode behind a house number, a title the name directly
  /// behind it, and no label of words reaches over the end of a sentence.
  private func isNamed(
    by hit: WordHit, in text: Span<UInt8>, _ pattern: Int, _ vocabulary: Vocabulary
  ) -> Bool {
    let gap = folded.end(of: hit)..<place
    if vocabulary.facts[hit.word].isEnding { return text.hasDigit(in: gap) }
    guard vocabulary.scales[pattern].isOfWords else { return true }
    if LabelMeaning.titles.contains(vocabulary.words[hit.word].text) {
      return !text.hasLetter(in: gap)
    }
    return !text.endsSentence(in: gap)
  }

  /// A label of the pattern before a word, with nothing between but letters and blanks.
  private func label(
    before index: Int, of pattern: Int, in text: Span<UInt8>, _ vocabulary: Vocabulary
  ) -> Int? {
    for hit in hits[..<index].reversed() {
      guard let gap = folded.gap(between: hit, and: hits[index]), text.isPlain(gap) else {
        return nil
      }
      if vocabulary.isLabel(hit.word, of: pattern) { return hit.word }
    }
    return nil
  }

  /// What a word says that stands directly before the place or directly above it.
  func standing(of hit: WordHit, as role: (isLabel: Bool, word: Int)) -> Surroundings.Standing? {
    guard !isPartedByNumber(hit) else { return nil }
    let distance = place - folded.end(of: hit)
    if hit.range.upperBound > lineStart, distance <= Self.directByteCount {
      return role.isLabel ? .label(word: role.word, distance: distance) : .counter(word: role.word)
    }
    if goesOn, role.isLabel, hit.range.upperBound + 1 == lineStart {
      return .label(word: role.word, distance: distance)
    }
    if beginsLine, hit.range.upperBound + 1 == lineStart {
      return role.isLabel ? .labelAbove(word: role.word) : .counter(word: role.word)
    }
    return nil
  }

  /// Whether a word ends on the line before that of the place.
  func isOnLineBefore(_ hit: WordHit) -> Bool {
    guard hit.range.upperBound <= lineStart else { return false }
    for index in hit.range.upperBound..<max(lineStart - 1, hit.range.upperBound)
    where folded[index] == 0x0A {
      return false
    }
    return true
  }

  /// Whether a number of two or more digits ends between a word and the place.
  func isPartedByNumber(_ hit: WordHit) -> Bool {
    for index in max(hit.range.upperBound, 1)..<max(folded.count, 1)
    where folded[index].isDigit && folded[index - 1].isDigit {
      return true
    }
    return false
  }

  /// Whether no letter stands before the place on its line.
  private var beginsLine: Bool {
    for index in lineStart..<folded.count
    where folded[index] != UInt8(ascii: " ") && !folded[index].isDigit {
      return false
    }
    return true
  }
}

extension Span<UInt8> {
  /// How long a line of a sentence is at least that goes on in the next, in bytes.
  private static var wrappedByteCount: Int { 32 }

  /// Whether the place begins a line, below one without wide gaps that is as long as those of sentences.
  fileprivate func goesOnWithSentence(at place: Int, notBefore limit: Int) -> Bool {
    var end = place
    while end > limit, self[end - 1] == UInt8(ascii: " ") { end -= 1 }
    guard end > limit, self[end - 1] == 0x0A else { return false }
    end -= 1
    while end > limit, self[end - 1] == UInt8(ascii: " ") || self[end - 1] == 0x0D { end -= 1 }
    let first = end - Self.wrappedByteCount
    guard first >= limit else { return false }
    for index in first..<end {
      switch self[index] {
      case 0x0A, 0x09, UInt8(ascii: "|"): return false
      case UInt8(ascii: " ") where self[index + 1] == UInt8(ascii: " "): return false
      default: continue
      }
    }
    return true
  }
}
