/// Sums of ASCII digits that are not tied to one check.
package enum DigitSum {
  /// The sum of the digits: d1 + d2 + ...
  package static func plain(_ digits: Span<UInt8>) -> Int {
    var sum = 0
    for index in digits.indices { sum += Int(digits[index] - UInt8(ascii: "0")) }
    return sum
  }

  /// The sum with weights that double from the left: d1 + 2·d2 + 4·d3 + ...; at most 40 digits.
  ///
  /// 7934628529: 7+18+12+32+96+64+512+640+512+4608 = 6501.
  package static func doublingFromLeft(_ digits: Span<UInt8>) -> Int {
    var sum = 0
    for index in digits.indices { sum += Int(digits[index] - UInt8(ascii: "0")) << index }
    return sum
  }

  /// The sum with weights that double from the right, starting at 2: 2·dn + 4·d(n-1) + ...
  ///
  /// Modulo 11 these are the weights 2, 4, 8, 5, 10, 9, 7, 3, 6, 1, repeating. At most 40 digits.
  package static func doublingFromRight(_ digits: Span<UInt8>) -> Int {
    var sum = 0
    for index in digits.indices {
      sum += Int(digits[index] - UInt8(ascii: "0")) << (digits.count - index)
    }
    return sum
  }
}
