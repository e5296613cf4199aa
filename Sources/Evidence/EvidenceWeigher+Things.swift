internal import Matching
internal import ScanModel

// Whether a label is that of a person or of anything.

extension EvidenceWeigher {
  /// Whether a match may be of a thing: things have its label too, and no other beside it is one of people.
  mutating func mayBeOfThing(
    _ match: Match, in field: TextField, _ word: Int, _ layout: borrowing TextLayout
  ) -> Bool {
    let label = Int(field.label)
    guard meanings[label].isOfThings,
      vocabulary.isOfThings(word, labelOf: match, fillingField: field.range == match.range)
    else { return false }
    if let known = besidePerson[label], known.isSo || known.labelCount == meanings.count {
      return !known.isSo
    }
    let isSo = meanings.indices.contains {
      $0 != label && meanings[$0].tellsOfPerson(vocabulary)
        && (layout.form != .tree || layout.labels[$0].isBeside(layout.labels[label]))
    }
    besidePerson[label] = (isSo, meanings.count)
    return !isSo
  }
}

extension LabelMeaning {
  /// Whether it names a kind that is reported, by a word of its own that only people have; what it shares
  /// with the labels beside it (`addressType.code`) tells nothing of them.
  fileprivate func tellsOfPerson(_ vocabulary: Vocabulary) -> Bool {
    !isOfThings
      && patternsOfOwnName.contains { vocabulary.scales[$0].isReported }
  }
}

extension [UInt8] {
  /// Whether the paths of two keys differ in their last part only.
  fileprivate func isBeside(_ other: [UInt8]) -> Bool {
    let period = UInt8(ascii: ".")
    let end = lastIndex(of: period) ?? 0
    return end == other.lastIndex(of: period) ?? 0 && self[..<end] == other[..<end]
  }
}
