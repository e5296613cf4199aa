/// The check digits of machine-readable zones: ICAO Doc 9303, part 3, section 4.9.
package enum ICAO9303 {
  /// The sum of the values of `characters` with the weights 7, 3, 1, repeating.
  ///
  /// Digits count for themselves, A...Z for 10...35, the filler `<` for 0. `position` is the number
  /// of characters that stand before these in a check over several fields. The check digit is the
  /// sum modulo 10.
  ///
  /// 999999990<<<<<: 63+27+9+63+27+9+63+27+0 = 288, so the check digit is 8.
  package static func weightedSum(
    _ characters: Span<UInt8>, atPosition position: Int = 0
  ) -> Int {
    var sum = 0
    for index in characters.indices {
      let weight =
        switch (position + index) % 3 {
        case 0: 7
        case 1: 3
        default: 1
        }
      sum += weight * value(of: characters[index])
    }
    return sum
  }

  private static func value(of character: UInt8) -> Int {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(character - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(character - UInt8(ascii: "A")) + 10
    default: 0
    }
  }
}
