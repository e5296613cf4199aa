import Checksums

/// The reference of a Dutch payment (betalingskenmerk).
///
/// 7 digits without a check, or 9 to 14 or 16 of which the first is the check digit; of 9 to 14 the
/// second is the length modulo 10, less 2. The digits behind the first weigh 2, 4, 8, 5, 10, 9, 7,
/// 3, 6, 1 from the right; the check digit is 11 less the sum modulo 11, with 1 for 10 and 0 for
/// 11. 10 % of random strings of 16 digits pass.
///
/// 5000056789012345: the sum is 215, 215 mod 11 = 6, 11 - 6 = 5.
///
/// Source: Betaalvereniging Nederland, betalingskenmerk for the acceptgiro and its successors.
package enum PaymentReference {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let number = StrippedText(text)
    guard number.isAllDigits else { return .invalid(.character) }
    let count = number.count
    guard count == 7 || count == 16 || (9...14).contains(count) else { return .invalid(.length) }
    guard !number.isOneCharacterRepeated else { return .invalid(.range) }
    if count == 7 { return .valid(.formOnly) }
    guard count == 16 || number.value(1..<2) == (count - 2) % 10 else {
      return .invalid(.structure)
    }
    let sum = DigitSum.doublingFromRight(number.bytes.span.extracting(1..<count))
    let check = 11 - sum % 11
    guard number.value(0..<1) == (check == 11 ? 0 : check == 10 ? 1 : check) else {
      return .invalid(.checkDigit)
    }
    return .valid([])
  }

  /// The digits.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).array
  }
}
