import Checksums

/// A Dutch bank account from before IBAN (bankrekening, in use until 2014).
///
/// 9 or 10 digits that leave 0 in the elfproef for accounts and are not all 0, also written
/// 41.71.64.300. A giro account (Postbank) has up to 7 digits, maybe behind a P, and no check.
/// 9.09 % of random strings of 9 digits pass; a number that passes here and as a BSN ends in 0.
///
/// 0417164300: 0+36+8+49+6+30+16+9+0+0 = 154 = 14 x 11.
///
/// Source: Nederlandse Vereniging van Banken, elfproef for account numbers.
package enum BankAccount {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let written = StrippedText(text)
    let start = written.bytes[0] == UInt8(ascii: "P") ? 1 : 0
    guard written.isDigits(start..<min(written.count, 12)), written.isAlphanumeric else {
      return .invalid(.character)
    }
    let count = written.count - start
    let isGiro = (1...7).contains(count)
    guard isGiro || (start == 0 && (9...10).contains(count)) else { return .invalid(.length) }
    guard written.value(start..<written.count) != 0 else { return .invalid(.range) }
    if isGiro { return .valid(.formOnly) }
    guard Elfproef.accountRemainder(written.bytes.span.extracting(0..<count)) == 0 else {
      return .invalid(.checkDigit)
    }
    return .valid([])
  }

  /// Ten digits with zeros in front, as in the IBAN of the account.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    let digits = StrippedText(text).array.drop { $0 == UInt8(ascii: "P") }
    return Array(repeating: UInt8(ascii: "0"), count: max(0, 10 - digits.count)) + digits
  }
}
