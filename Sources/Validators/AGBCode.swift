/// The code of a care provider, practice or institution for declarations (AGB-code).
///
/// 8 digits, of which the first two are the kind of provider, also written 01-234567. 7 digits are
/// read as 8 of which the first, a zero, was lost. No check digit: a label has to tell.
///
/// Source: Vektis, AGB-register, COD016 and standard FAGBX20.
package enum AGBCode {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let written = StrippedText(text)
    guard written.isAllDigits else { return .invalid(.character) }
    guard written.count == 7 || written.count == 8 else { return .invalid(.length) }
    let number = written.padded(to: 8)
    guard number.value(0..<2) != 0, number.value(2..<8) != 0 else { return .invalid(.range) }
    return .valid(written.count == 7 ? .lostZero : [])
  }

  /// Eight digits, with the zero that was lost.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).padded(to: 8).array
  }
}
