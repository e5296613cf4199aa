/// The eleven-tests of Dutch numbers: a weighted sum of the digits modulo 11.
///
/// Both take ASCII digits and return 0...10. One wrong digit, or two neighbours that changed
/// places, always alters the remainder of a nine-digit number.
package enum Elfproef {
  /// The remainder for numbers of persons, in which the last digit weighs -1.
  ///
  /// The digits before it weigh n, n-1 and so on to 2: 9, 8, 7, 6, 5, 4, 3, 2, -1 for nine digits.
  /// A BSN leaves 0, an onderwijsnummer 5.
  ///
  /// 123456782: 9+16+21+24+25+24+21+16-2 = 154 = 14 x 11, so 0.
  package static func personRemainder(_ digits: Span<UInt8>) -> Int {
    guard !digits.isEmpty else { return 0 }
    let last = Int(digits[digits.count - 1] - UInt8(ascii: "0"))
    return (accountSum(digits) + (11 - 2) * last) % 11
  }

  /// The remainder for bank accounts, in which n digits weigh n, n-1 and so on to 1.
  ///
  /// 0417164300: 0+36+8+49+6+30+16+9+0+0 = 154 = 14 x 11, so 0.
  package static func accountRemainder(_ digits: Span<UInt8>) -> Int {
    accountSum(digits) % 11
  }

  private static func accountSum(_ digits: Span<UInt8>) -> Int {
    var sum = 0
    for index in digits.indices {
      sum += (digits.count - index) * Int(digits[index] - UInt8(ascii: "0"))
    }
    return sum
  }
}
