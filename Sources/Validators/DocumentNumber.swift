/// The number of a Dutch passport or identity card (documentnummer).
///
/// 9 characters: 2 letters, 6 letters or digits, 1 digit; never the letter O, and no 0 since
/// December 2019. No check digit outside the machine-readable zone, so a label has to tell.
///
/// Source: Paspoortwet; RvIG, Tabel 48 (first letter) and notice of 10 December 2019.
package enum DocumentNumber {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
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

  /// Nine characters in upper case.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text, without: .spaces).array
  }

  /// What the numbers of published specimens begin with.
  private static let specimens = WordTable("SPECI")
}
