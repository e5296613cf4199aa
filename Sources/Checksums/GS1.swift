/// The check digit of GS1 keys (EAN, GTIN, GSRN): GS1 General Specifications, section 7.9.
package enum GS1 {
  /// Whether the last of the ASCII `digits` is the check digit of those before it.
  ///
  /// From the right the digits weigh 1, 3, 1, 3, ...; the sum is a multiple of 10.
  /// 4006381333931: 4+0+0+18+3+24+1+9+3+9+9+9+1 = 90. False for no digits.
  package static func isValid(_ digits: Span<UInt8>) -> Bool {
    !digits.isEmpty && weightedSum(digits, weightOfLast: 1).isMultiple(of: 10)
  }

  /// The digit, 0...9, that makes `digits` valid when written behind them.
  package static func checkDigit(for digits: Span<UInt8>) -> UInt8 {
    UInt8((10 - weightedSum(digits, weightOfLast: 3) % 10) % 10)
  }

  private static func weightedSum(_ digits: Span<UInt8>, weightOfLast: Int) -> Int {
    var sum = 0
    for index in digits.indices {
      let isLike = (digits.count - 1 - index).isMultiple(of: 2)
      sum += (isLike ? weightOfLast : 4 - weightOfLast) * Int(digits[index] - UInt8(ascii: "0"))
    }
    return sum
  }
}
