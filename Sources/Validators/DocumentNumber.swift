/// The number of a Dutch passport, identity card or residence document (documentnummer).
///
/// 9 characters: 2 letters, 6 letters or digits, 1 digit; never the letter O, and no 0 since
/// December 2019. No check digit outside the machine-readable zone, so a label has to tell. Numbers
/// of residence documents are as `ResidenceDocument` says; others are judged as of a passport.
///
/// Source: Paspoortwet; RvIG, Tabel 48 (first letter) and notice of 10 December 2019.
package enum DocumentNumber {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let verdict = validateTravelDocument(text)
    return verdict.isValid || !ResidenceDocument.validate(text).isValid ? verdict : .valid([])
  }

  /// Nine characters in upper case.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    guard !ResidenceDocument.validate(text).isValid else {
      return ResidenceDocument.normalized(text)
    }
    return StrippedText(text, without: .spaces).array
  }

  private static func validateTravelDocument(_ text: Span<UInt8>) -> Verdict {
    let number = StrippedText(text, without: .spaces)
    guard number.isAlphanumeric else { return .invalid(.character) }
    guard number.count == 9 else { return .invalid(.length) }
    for index in 0..<9 where number.bytes[index] == UInt8(ascii: "O") {
      return .invalid(.character)
    }
    guard number.isLetters(0..<2), number.isDigits(8..<9) else { return .invalid(.structure) }
    let isSpecimen = specimens.contains(number.bytes.span.extracting(0..<5))
    return .valid(isSpecimen ? .testRange : [])
  }

  /// What the numbers of published specimens begin with.
  private static let specimens = WordTable("SPECI")
}
