internal import PatternCatalog
internal import ScanModel

extension Span<UInt8> {
  /// Whether two names that stand before and behind a range name the same values, or one each of
  /// several: `BSN/klantnummer`, `KvK of RSIN`, `BSN en dossiernummer`.
  func joinsNames(at range: Range<Int>) -> Bool {
    var first = range.lowerBound
    var last = range.upperBound
    while first < last, self[first] == UInt8(ascii: " ") { first += 1 }
    while last > first, self[last - 1] == UInt8(ascii: " ") { last -= 1 }
    switch last - first {
    case 1: return self[first] == UInt8(ascii: "/") || self[first] == UInt8(ascii: "|")
    case 2:
      return first > range.lowerBound && last < range.upperBound
        && (holds("of", at: first) || holds("en", at: first))
    default: return false
    }
  }

  private func holds(_ word: StaticString, at place: Int) -> Bool {
    for index in 0..<word.utf8CodeUnitCount
    where self[place + index] | 0x20 != word.utf8Start[index] {
      return false
    }
    return true
  }
}

extension Vocabulary {
  /// What the names of numbers and dates end in; other words that speak against a kind name things:
  /// `dossier`.
  private static let valueEndings = [
    "nummer", "nr", "no", "number", "id", "code", "kenmerk", "datum", "date",
  ]

  /// Whether a word that speaks against a kind of numbers names a thing, and no other number.
  func isThing(_ hit: WordHit, forNumbersOf pattern: Int) -> Bool {
    let text = words[hit.word].text
    return !scales[pattern].isOfWords && hit.range.count == words[hit.word].length
      && !Self.valueEndings.contains { text.hasSuffix($0) } && !reportsNumbers(hit.word)
  }

  /// Whether the values of a kind are dates.
  func isDate(_ pattern: Int) -> Bool {
    catalog.patterns[pattern].labels.contains { label in
      LabelMeaning.dateWords.contains { label.hasSuffix($0) }
    }
  }

  /// Whether a date speaks against a kind.
  func isNoDate(_ pattern: Int) -> Bool {
    !isDate(pattern)
      && catalog.patterns[pattern].counterWords.contains { LabelMeaning.dateWords.contains($0) }
  }

  /// Whether a label begins with the name of a date: `datum`, `datum inschrijving`.
  func isDate(beginning hit: WordHit) -> Bool {
    let first = words[hit.word].text.split(separator: " ").first
    return hit.range.lowerBound == 0
      && first.map { LabelMeaning.dateWords.contains(String($0)) } ?? false
  }

  /// Whether a word names a kind of numbers or marks that is reported.
  private func reportsNumbers(_ word: Int) -> Bool {
    labelled(by: word).contains { scales[$0].isReported && !scales[$0].isOfWords }
  }
}
