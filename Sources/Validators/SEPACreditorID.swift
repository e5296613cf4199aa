import Checksums

/// The identifier of a creditor who collects direct debits (incassant-ID).
///
/// Country, 2 check digits 02...98, 3 characters of the creditor's own choice (ZZZ), and up to 28
/// of a national number; in the Netherlands 12 digits, the KvK number and 0000. The national
/// number, country and check digits, letters as 10...35, leave 1 modulo 97; the own characters do
/// not count. It looks like an IBAN and is none. 1.03 % of random check digits pass.
///
/// NL06ZZZ695990840000: 695990840000232106 mod 97 = 1.
///
/// Source: European Payments Council, EPC262-08, attribute AT-02; ISO/IEC 7064.
package enum SEPACreditorID {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let written = StrippedText(text)
    guard written.isAlphanumeric else { return .invalid(.character) }
    guard (8...35).contains(written.count) else { return .invalid(.length) }
    guard written.isLetters(0..<2), written.isDigits(2..<4) else { return .invalid(.structure) }
    if written.bytes[0] == UInt8(ascii: "N"), written.bytes[1] == UInt8(ascii: "L") {
      guard written.count == 19 else { return .invalid(.length) }
      guard written.isDigits(7..<19) else { return .invalid(.structure) }
    }
    let national = Mod97.remainder(of: written.bytes.span.extracting(7..<written.count))
    guard (2...98).contains(written.value(2..<4)),
      Mod97.remainder(of: written.bytes.span.extracting(0..<4), after: national) == 1
    else { return .invalid(.checkDigit) }
    return .valid([])
  }

  /// Upper case without separators.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).array
  }
}
