/// The code of a health insurer (UZOVI-nummer).
///
/// 4 digits, not 0000, without a check digit: a label has to tell.
///
/// Source: Vektis, UZOVI-register, COD061.
package enum UZOVICode {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let number = StrippedText(text)
    guard number.isAllDigits else { return .invalid(.character) }
    guard number.count == 4 else { return .invalid(.length) }
    return number.value(0..<4) == 0 ? .invalid(.range) : .valid(.organisation)
  }

  /// Four digits.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).array
  }
}
