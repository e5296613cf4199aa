/// The number of a care professional in the register of care identification (UZI-nummer).
///
/// 9 digits, also written with 8 when a zero in front was lost. No check digit: a label
/// has to tell.
///
/// Source: Wet aanvullende bepalingen verwerking persoonsgegevens in de zorg; CPS UZI-register,
/// subject serial number.
package enum UZINumber {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let written = StrippedText(text)
    guard written.isAllDigits else { return .invalid(.character) }
    guard written.count == 8 || written.count == 9 else { return .invalid(.length) }
    guard !written.isOneCharacterRepeated else { return .invalid(.range) }
    return .valid(written.count == 8 ? .lostZero : [])
  }

  /// Nine digits, with the zero that was lost.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).padded(to: 9).array
  }
}
