/// The check character of ten-character book numbers: ISO 2108, before 2007.
package enum ISBN10 {
  /// Whether ten ASCII characters, nine digits and a digit or X, leave 0 modulo 11.
  ///
  /// The weights are 10, 9, ... 1 and X stands for 10.
  /// 0306406152: 0+27+0+42+24+0+24+3+10+2 = 132 = 12 x 11.
  package static func isValid(_ characters: Span<UInt8>) -> Bool {
    guard characters.count == 10 else { return false }
    var sum = 0
    for index in characters.indices {
      let character = characters[index]
      let isTen = character == UInt8(ascii: "X")
      sum += (10 - index) * (isTen ? 10 : Int(character - UInt8(ascii: "0")))
    }
    return sum.isMultiple(of: 11)
  }
}
