/// The number of an establishment in the trade register (vestigingsnummer).
///
/// 12 digits without a check digit, most of which begin with 0000; 8 digits are read as 12 of which
/// the four zeros were lost. A label has to tell it from other numbers of 12 digits.
///
/// Source: Handelsregisterwet 2007, art. 11; KvK API, field vestigingsnummer.
package enum Vestigingsnummer {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let number = StrippedText(text)
    guard number.isAllDigits else { return .invalid(.character) }
    guard number.count == 12 || number.count == 8 else { return .invalid(.length) }
    guard !number.isOneCharacterRepeated else { return .invalid(.range) }
    return .valid(number.count == 8 ? .lostZero : [])
  }

  /// Twelve digits, with the zeros that were lost.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).padded(to: 12).array
  }
}
