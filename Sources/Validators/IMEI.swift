import Checksums

/// The number of a mobile device (international mobile equipment identity).
///
/// 15 digits that pass the Luhn formula, also written 49-015420-323751-8. 10 % of random strings
/// pass, so a label has to tell.
///
/// Source: 3GPP TS 23.003, section 6.
package enum IMEI {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let number = StrippedText(text)
    guard number.isAllDigits else { return .invalid(.character) }
    guard number.count == 15 else { return .invalid(.length) }
    guard !number.isOneCharacterRepeated else { return .invalid(.range) }
    guard Luhn.isValid(number.bytes.span.extracting(0..<15)) else {
      return .invalid(.checkDigit)
    }
    return .valid([])
  }

  /// Fifteen digits.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).array
  }
}
