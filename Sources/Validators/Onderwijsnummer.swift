import Checksums

/// The number of a pupil without a BSN (onderwijsnummer, a persoonsgebonden nummer).
///
/// 9 digits that begin with 10 and leave 5 in the elfproef for persons, so none of them is a BSN.
/// 0.091 % of random strings of 9 digits pass.
///
/// 101222331: 9+0+7+12+10+8+9+6-1 = 60 = 5 x 11 + 5.
///
/// Source: Wet register onderwijsdeelnemers; DUO, Programma van Eisen BRON.
package enum Onderwijsnummer {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let number = StrippedText(text)
    guard number.isAllDigits else { return .invalid(.character) }
    guard number.count == 9 else { return .invalid(.length) }
    guard number.value(0..<2) == 10 else { return .invalid(.range) }
    guard Elfproef.personRemainder(number.bytes.span.extracting(0..<9)) == 5 else {
      return .invalid(.checkDigit)
    }
    return .valid([])
  }

  /// Nine digits.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).array
  }
}
