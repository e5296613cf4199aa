/// The number of a foreign national (vreemdelingennummer, V-nummer).
///
/// 10 digits, also written 271.234.5678. No check digit is published, so a label has to tell it
/// from phone numbers and accounts.
///
/// Source: Vreemdelingenwet 2000, art. 107; Stelselcatalogus SGR, element Vreemdelingennummer.
package enum VNummer {
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
