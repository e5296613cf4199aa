/// The number of an undertaking in the trade register (KvK-nummer, handelsregisternummer).
///
/// 8 digits without a check digit, also written 69.599.084; never all the same. Any other string of
/// 8 digits passes, so a label has to tell. That of a sole trader is personal data.
///
/// Source: Handelsregisterwet 2007, art. 9; KvK API, field kvkNummer (`^[0-9]{8}$`).
package enum KvKNumber {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let number = StrippedText(text)
    guard number.isAllDigits else { return .invalid(.character) }
    guard number.count == 8 else { return .invalid(.length) }
    return number.isOneCharacterRepeated ? .invalid(.range) : .valid([])
  }

  /// Eight digits.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).array
  }
}
