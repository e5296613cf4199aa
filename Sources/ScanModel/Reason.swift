/// Why a finding has its confidence; reports turn it into a sentence in the reader's language.
///
/// The words in it come from the pattern catalog, never from the document.
package enum Reason: Hashable, Sendable {
  /// The check of the number passed: `elfproef`, `mod 97`, `Luhn`, `calendar` …
  case checkPassed(String)
  /// The kind has no check digit: the form alone says little.
  case noCheck
  /// A label directly before it on the same line, this many characters before.
  case label(String, distance: Int)
  /// A label within 300 characters before, or on the line before.
  case nearbyLabel(String)
  /// The header of its column in a table.
  case columnHeader(String)
  /// The key or element that holds it in JSON, XML or HTML.
  case fieldName(String)
  /// A field that the layout of a known record gives it (Vektis).
  case knownRecord(String)
  /// A word directly before that speaks against it: `factuurnummer`.
  case counterWord(String)
  /// Official notation such as 1234.56.782, which other numbers do not have.
  case typicalNotation
  /// From a range that is set apart for testing.
  case testRange
  /// Fits only when a leading zero that an export dropped is put back.
  case lostZero
  /// Written over two lines.
  case splitOverLines
  /// Of the distinct values of its column, `passed` of `count` pass the check.
  case columnPasses(passed: Int, count: Int)
  /// The values of its column pass the check no more often than chance.
  case columnIsRandom(passed: Int, count: Int)
  /// Part of a larger find of this kind: a BSN in an MRZ.
  case within(String)
  /// An old VAT number of a sole trader holds the BSN.
  case mayHoldBSN
  /// A box of a function or organisation (info@ …).
  case functionalAddress
  /// A private, loopback or documentation address.
  case notPublicAddress
  /// The bank code is not on the list of Dutch banks.
  case unknownBank
}

extension [Reason] {
  /// Whether both say the same, but for the distances of labels.
  package func isAlike(_ other: [Reason]) -> Bool {
    guard count == other.count else { return false }
    for index in indices where !self[index].isAlike(other[index]) { return false }
    return true
  }
}

extension Reason {
  fileprivate func isAlike(_ other: Reason) -> Bool {
    if case .label(let word, _) = self, case .label(let otherWord, _) = other {
      return word == otherWord
    }
    return self == other
  }
}
