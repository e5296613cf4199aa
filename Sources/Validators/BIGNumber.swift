/// The number of a registered health-care professional (BIG-nummer).
///
/// 11 digits of which the last two are the profession: 01 physician, 02 dentist, 03 midwife,
/// 04 physiotherapist, 30 nurse and so on. 10 digits are read as 11 of which the first, a zero, was
/// lost. There is no public check digit: 29 % of random strings pass, so a label has to tell.
///
/// Source: Wet op de beroepen in de individuele gezondheidszorg, art. 3 and 34; codes of the CIBG
/// web service.
package enum BIGNumber {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let written = StrippedText(text)
    guard written.isAllDigits else { return .invalid(.character) }
    guard written.count == 10 || written.count == 11 else { return .invalid(.length) }
    let number = written.padded(to: 11)
    guard number.value(0..<9) != 0 else { return .invalid(.range) }
    switch number.value(9..<11) {
    case 1...4, 16...18, 25, 30, 31, 81...99:
      return .valid(written.count == 10 ? .lostZero : [])
    default:
      return .invalid(.structure)
    }
  }

  /// Eleven digits, with the zero that was lost.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).padded(to: 11).array
  }
}
