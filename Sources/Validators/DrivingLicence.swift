/// The number of a Dutch driving licence (rijbewijsnummer, field 5).
///
/// 10 digits without a published check digit, so a label has to tell. The line for machines is an
/// `MRZ`.
///
/// Source: Reglement rijbewijzen; RDW, model of 2014.
package enum DrivingLicence {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let number = StrippedText(text)
    guard number.isAllDigits else { return .invalid(.character) }
    guard number.count == 10 else { return .invalid(.length) }
    return number.isOneCharacterRepeated ? .invalid(.range) : .valid([])
  }

  /// Ten digits.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).array
  }
}
