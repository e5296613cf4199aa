internal import Matching

/// A word of the vocabulary in a folded text.
struct WordHit {
  /// Its number in the vocabulary.
  let word: Int
  /// Its bytes in the folded text, with a number suffix (`nummer`, `nr`) that follows it.
  var range: Range<Int>
}

extension Vocabulary {
  /// The words of the vocabulary in `text`, as they stand in the catalog, with their bytes in its
  /// folded form.
  package func words(in text: borrowing FoldedText) -> [(word: String, range: Range<Int>)] {
    var hits: [WordHit] = []
    self.hits(in: text, into: &hits)
    return hits.map { (words[$0.word].text, $0.range) }
  }

  /// The words of the vocabulary in `text`, in order; a word inside a longer one is left out.
  func hits(in text: borrowing FoldedText, into hits: inout [WordHit]) {
    hits.removeAll(keepingCapacity: true)
    let folded = text.bytes
    guard let bytes = folded.baseAddress else { return }
    for word in text.words {
      let signs = sieve.signs(of: bytes + Int(word.start), count: Int(word.end &- word.start))
      if !signs.isEmpty { addWords(in: word.range, signs, of: folded, to: &hits) }
    }
    if hits.count > 1 { keepLongest(&hits) }
  }

  /// Adds the words that begin with, or end in, the word of `range`.
  private func addWords(
    in range: Range<Int>, _ signs: WordSieve.Signs, of folded: UnsafeBufferPointer<UInt8>,
    to hits: inout [WordHit]
  ) {
    if !signs.isDisjoint(with: [.word, .suffix]) {
      addWords(at: range.lowerBound, in: folded, to: &hits)
    }
    if signs.contains(.role) { addWordsBehindRoles(range, in: folded, to: &hits) }
    if signs.contains(.ending) { addEndings(at: range.upperBound, in: folded, to: &hits) }
    if signs.contains(.suffix) { addEndingsBeforeSuffixes(range, in: folded, to: &hits) }
  }

  /// Adds the words that begin at `start`.
  private func addWords(
    at start: Int, in folded: UnsafeBufferPointer<UInt8>, to hits: inout [WordHit],
    longerThan least: Int = 0
  ) {
    forEachWord(at: start, in: folded) { number, end in
      guard end - start > least, let suffixEnd = Self.endOfWord(folded, from: end) else { return }
      hits.append(WordHit(word: number, range: start..<suffixEnd))
    }
  }

  /// Adds the words of at least three bytes that a role is glued before.
  private func addWordsBehindRoles(
    _ range: Range<Int>, in folded: UnsafeBufferPointer<UInt8>, to hits: inout [WordHit]
  ) {
    for role in LabelAffixes.roles(beginningWith: folded[range.lowerBound])
    where role.count < range.count {
      var place = 0
      while place < role.count, folded[range.lowerBound + place] == role[place] { place += 1 }
      guard place == role.count else { continue }
      addWords(at: range.lowerBound + role.count, in: folded, to: &hits, longerThan: 2)
    }
  }

  /// Adds the words that may begin anywhere and end where a word does.
  private func addEndings(
    at end: Int, in folded: UnsafeBufferPointer<UInt8>, to hits: inout [WordHit]
  ) {
    sieve.forEachEnding(at: end, in: folded) { number, length in
      let suffixEnd = Self.endOfWord(folded, from: end) ?? end
      hits.append(WordHit(word: number, range: end - length..<suffixEnd))
    }
  }

  /// Adds those to which a suffix is glued.
  private func addEndingsBeforeSuffixes(
    _ range: Range<Int>, in folded: UnsafeBufferPointer<UInt8>, to hits: inout [WordHit]
  ) {
    let last = folded[range.upperBound - 1]
    for suffix in LabelAffixes.suffixes where suffix.count < range.count && suffix.last == last {
      let end = range.upperBound - suffix.count
      guard suffix.indices.allSatisfy({ suffix[$0] == folded[end + $0] }) else { continue }
      sieve.forEachEnding(at: end, in: folded) { number, length in
        hits.append(WordHit(word: number, range: end - length..<range.upperBound))
      }
    }
  }

  /// Puts words in the order of their ends and leaves out those inside others.
  private func keepLongest(_ hits: inout [WordHit]) {
    // Nearly in order by now: they were added by their beginnings.
    for index in 1..<hits.count {
      let hit = hits[index]
      var place = index
      while place > 0, isBefore(hit, hits[place - 1]) {
        hits[place] = hits[place - 1]
        place -= 1
      }
      hits[place] = hit
    }
    var kept = 0
    for index in hits.indices {
      let range = hits[index].range
      // `straat` as a word says all that it says as an ending.
      if kept > 0, hits[kept - 1].range == range, facts[hits[index].word].isEnding { continue }
      while kept > 0, hits[kept - 1].range.lowerBound >= range.lowerBound,
        hits[kept - 1].range.upperBound <= range.upperBound
      {
        kept -= 1
      }
      if kept > 0, hits[kept - 1].range.lowerBound <= range.lowerBound,
        hits[kept - 1].range.upperBound >= range.upperBound
      {
        continue
      }
      hits[kept] = hits[index]
      kept += 1
    }
    hits.removeLast(hits.count - kept)
  }

  /// Whether a word ends earlier without its suffix, or at the same place and is longer.
  private func isBefore(_ hit: WordHit, _ other: WordHit) -> Bool {
    let length = Int(facts[hit.word].length)
    let otherLength = Int(facts[other.word].length)
    let end = hit.range.lowerBound + length
    let otherEnd = other.range.lowerBound + otherLength
    return end != otherEnd ? end < otherEnd : length > otherLength
  }

  /// Where a label that ends at `end` ends with its suffix; nil where it is part of another word.
  @inline(__always)
  private static func endOfWord(_ folded: UnsafeBufferPointer<UInt8>, from end: Int) -> Int? {
    guard end < folded.count else { return end }
    let isGlued = isWordByte(folded[end])
    let position = folded[end] == UInt8(ascii: " ") ? end + 1 : end
    if position < folded.count, LabelAffixes.maySuffixBegin(with: folded[position]),
      let suffixEnd = endOfSuffix(folded, from: position)
    {
      return suffixEnd
    }
    return isGlued ? nil : end
  }

  /// Where the word ends that begins at `position`, if it is a suffix.
  private static func endOfSuffix(
    _ folded: UnsafeBufferPointer<UInt8>, from position: Int
  ) -> Int? {
    var end = position
    while end < folded.count, end - position <= LabelAffixes.longestSuffix,
      isWordByte(folded[end])
    {
      end += 1
    }
    let word = UnsafeBufferPointer(rebasing: folded[position..<end])
    return LabelAffixes.isSuffix(word) ? end : nil
  }

  @inline(__always)
  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\n")
  }
}

extension FoldedText {
  /// Where a word ends in the text.
  func end(of hit: WordHit) -> Int { origin(hit.range.upperBound - 1) + 1 }

  /// What stands in the text between two words; nil where the second does not stand behind the first.
  func gap(between first: WordHit, and second: WordHit) -> Range<Int>? {
    guard first.range.upperBound <= second.range.lowerBound else { return nil }
    return end(of: first)..<origin(second.range.lowerBound)
  }
}
