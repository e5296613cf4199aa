/// The number of a paramedic in the quality register (KP-nummer, Kwaliteitsregister Paramedici).
///
/// 5 to 11 digits; the register publishes neither length nor check digit, so a label has to tell.
///
/// Source: Stichting Kwaliteitsregister Paramedici.
package enum KPNumber {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let number = StrippedText(text)
    guard number.isAllDigits else { return .invalid(.character) }
    guard (5...11).contains(number.count) else { return .invalid(.length) }
    return number.isOneCharacterRepeated ? .invalid(.range) : .valid([])
  }

  /// The digits.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).array
  }
}
