import Checksums

/// The number of a person in the Dutch population register (administratienummer, A-nummer).
///
/// 10 digits a0...a9: a0 is not 0; no two neighbours are equal; the digit sum is 0 or 5 modulo 11;
/// the sum of a[i] x 2^i is 0 modulo 11. 0.58 % of random strings of 10 digits pass.
///
/// 7934628529: digit sum 55 = 5 x 11, weighted sum 6501 = 591 x 11.
///
/// Source: Logisch Ontwerp BRP, element 01.10; rule R1585.
package enum ANummer {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let number = StrippedText(text)
    guard number.isAllDigits else { return .invalid(.character) }
    guard number.count == 10 else { return .invalid(.length) }
    guard number.bytes[0] != UInt8(ascii: "0") else { return .invalid(.range) }
    for index in 1..<10 where number.bytes[index] == number.bytes[index - 1] {
      return .invalid(.structure)
    }
    let digits = number.bytes.span.extracting(0..<10)
    let digitSum = DigitSum.plain(digits) % 11
    guard digitSum == 0 || digitSum == 5, DigitSum.doublingFromLeft(digits).isMultiple(of: 11)
    else { return .invalid(.checkDigit) }
    return .valid([])
  }

  /// Ten digits.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).array
  }
}
