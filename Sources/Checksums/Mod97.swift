/// The mod 97-10 system of ISO/IEC 7064 over ASCII digits and upper-case letters.
///
/// The characters are read as one decimal number in which A stands for 10 and Z for 35. A string
/// that bears its check digits leaves 1.
package enum Mod97 {
  /// The remainder, 0...96, of `characters` written behind a number that left `remainder`.
  ///
  /// So an IBAN needs no turned copy: first its account, then its first four characters.
  /// NL91ABNA0417164300: 101123100417164300232191 mod 97 = 1.
  package static func remainder(
    of characters: Span<UInt8>, after remainder: Int = 0
  ) -> Int {
    var result = remainder
    for index in characters.indices {
      let character = characters[index]
      if character < UInt8(ascii: "A") {
        result = (result * 10 + Int(character - UInt8(ascii: "0"))) % 97
      } else {
        result = (result * 100 + Int(character - UInt8(ascii: "A")) + 10) % 97
      }
    }
    return result
  }
}
