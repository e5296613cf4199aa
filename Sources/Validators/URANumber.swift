/// The number of a care organisation in the register of care identification (URA-nummer,
/// UZI-register abonneenummer).
///
/// 8 digits without a check digit: a label has to tell. 7 digits are read as 8 of which the first,
/// a zero, was lost.
///
/// Source: CPS UZI-register; FHIR naming system ura.
package enum URANumber {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let written = StrippedText(text)
    guard written.isAllDigits else { return .invalid(.character) }
    guard written.count == 7 || written.count == 8 else { return .invalid(.length) }
    guard !written.isOneCharacterRepeated else { return .invalid(.range) }
    return .valid(written.count == 7 ? [.organisation, .lostZero] : .organisation)
  }

  /// Eight digits, with the zero that was lost.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).padded(to: 8).array
  }
}
