/// A word of the vocabulary in a folded text.
struct WordHit {
  /// Its number in the vocabulary.
  let word: Int
  /// Its bytes in the folded text, with a number suffix (`nummer`, `nr`) that follows it.
  var range: Range<Int>
}

extension Vocabulary {
  /// The words of the vocabulary in `folded`, in order; a word inside a longer one is left out.
  func hits(in folded: [UInt8], into hits: inout [WordHit]) {
    hits.removeAll(keepingCapacity: true)
    forEachOccurrence(in: folded) { number, end in
      let word = words[number]
      let start = end - word.length
      guard word.isEnding || Self.beginsWord(folded, at: start, length: word.length),
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

  /// Words that may stand glued before a label: `clientbsn`, `partnerbsn`.
  private static let roles: [[UInt8]] = [
    "client", "patient", "klant", "medewerker", "werknemer", "persoon", "kind", "partner", "ouder",
    "moeder", "vader", "aanvrager", "bewoner", "inwoner", "cursist", "leerling", "student",
    "deelnemer", "kandidaat", "sollicitant", "verzekerde", "contact", "prive", "zakelijk", "werk",
    "huis", "user", "employee", "customer", "person", "my", "new", "old", "oud", "nieuw",
  ].map { Array($0.utf8) }

  /// Words that may follow a label as part of it, glued or apart, the longer first.
  private static let suffixes: [[UInt8]] = [
    "nummers", "nummer", "number", "nrs", "num", "nr", "no", "code", "codes", "id",
  ].map { Array($0.utf8) }

  private static func beginsWord(_ folded: [UInt8], at start: Int, length: Int) -> Bool {
    guard start > 0, isWordByte(folded[start - 1]) else { return true }
    guard length >= 3 else { return false }
    return roles.contains { role in
      let begin = start - role.count
      return begin >= 0 && folded[begin..<start].elementsEqual(role)
        && (begin == 0 || !isWordByte(folded[begin - 1]))
    }
  }

  /// Where a label that ends at `end` ends with its suffix; nil where it is part of another word.
  private static func endOfWord(_ folded: [UInt8], from end: Int) -> Int? {
    var position = end
    if position < folded.count, folded[position] == UInt8(ascii: " ") { position += 1 }
    let isGlued = position == end && end < folded.count && isWordByte(folded[end])
    for suffix in suffixes where folded[position...].starts(with: suffix) {
      let suffixEnd = position + suffix.count
      if suffixEnd == folded.count || !isWordByte(folded[suffixEnd]) { return suffixEnd }
    }
    return isGlued ? nil : end
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\n")
  }
}
