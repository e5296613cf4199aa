/// The number of a care organisation in the register of care identification (URA-nummer,
/// UZI-register abonneenummer).
///
/// 8 digits without a check digit: a label has to tell.
///
/// Source: CPS UZI-register; FHIR naming system ura.
package enum URANumber {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let number = StrippedText(text)
    guard number.isAllDigits else { return .invalid(.character) }
    guard number.count == 8 else { return .invalid(.length) }
    return number.isOneCharacterRepeated ? .invalid(.range) : .valid(.organisation)
  }

  /// Eight digits.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).array
  }
}
