/// The Luhn formula of payment cards and IMEIs: ISO/IEC 7812-1, annex B.
package enum Luhn {
  /// Whether the last of the ASCII `digits` is the check digit of those before it.
  ///
  /// Every second digit from the right is doubled, less 9 where that gives more than 9; the sum is
  /// a multiple of 10. 4111111111111111: 8 + 7 x 2 + 8 x 1 = 30. False for no digits.
  package static func isValid(_ digits: Span<UInt8>) -> Bool {
    guard !digits.isEmpty else { return false }
    var sum = 0
    for index in digits.indices {
      let digit = Int(digits[index] - UInt8(ascii: "0"))
      let isDoubled = (digits.count - index).isMultiple(of: 2)
      sum += isDoubled ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit
    }
    return sum.isMultiple(of: 10)
  }
}
