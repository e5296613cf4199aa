internal import Matching

/// A word of the vocabulary in a folded text.
struct WordHit {
  /// Its number in the vocabulary.
  let word: Int
  /// Its bytes in the folded text, with a number suffix (`nummer`, `nr`) that follows it.
  var range: Range<Int>
}

extension Vocabulary {
  /// The words of the vocabulary in `folded`, in order; a word inside a longer one is left out.
  func hits(in folded: UnsafeBufferPointer<UInt8>, into hits: inout [WordHit]) {
    hits.removeAll(keepingCapacity: true)
    forEachOccurrence(in: folded) { number, end in
      let fact = facts[number]
      let start = end - Int(fact.length)
      guard fact.isEnding || Self.beginsWord(folded, at: start, length: Int(fact.length)),
        let suffixEnd = Self.endOfWord(folded, from: end)
      else { return }
      let range = start..<suffixEnd
      while let last = hits.last, last.range.lowerBound >= start,
        last.range.upperBound <= suffixEnd
      {
        hits.removeLast()
      }
      if let last = hits.last, last.range.lowerBound <= start, last.range.upperBound >= suffixEnd {
        return
      }
      hits.append(WordHit(word: number, range: range))
    }
  }

  @inline(__always)
  private static func beginsWord(
    _ folded: UnsafeBufferPointer<UInt8>, at start: Int, length: Int
  ) -> Bool {
    guard start > 0, isWordByte(folded[start - 1]) else { return true }
    return length >= 3 && followsRole(folded, at: start)
  }

  /// Whether a word of a role, and nothing else of its word, is glued before `start`.
  private static func followsRole(_ folded: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var begin = start
    while begin > 0, isWordByte(folded[begin - 1]) { begin -= 1 }
    return LabelAffixes.isRole(UnsafeBufferPointer(rebasing: folded[begin..<start]))
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
