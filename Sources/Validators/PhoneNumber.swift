/// A Dutch phone number (telefoonnummer).
///
/// `0`, `+31` or `0031` (also with `(0)` behind it) and a national number: an area code of 2 or 3
/// digits and 9 digits in all; 6 and 8 digits for mobile phones; 970 and 8 for machines; 800, 900,
/// 906, 909 and 4 or 7 for organisations. 9 digits, or 11 that begin with 31, are read as numbers
/// that lost the 0 or `+` in front. 53 % of random strings of 10 digits that begin with 0 pass.
///
/// Source: Nummerplan telefoon- en ISDN-diensten; ITU-T E.164.
package enum PhoneNumber {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    guard let number = DialledDigits(text) else { return .invalid(.character) }
    guard let national = number.national else { return .invalid(.structure) }
    guard (7...11).contains(national.count) else { return .invalid(.length) }
    let three = number.value(national.lowerBound..<national.lowerBound + 3)
    switch three {
    case 800, 900, 906, 909:
      let isRight = national.count == 7 || national.count == 10
      return isRight ? .valid(.organisation) : .invalid(.length)
    case 970 where national.count == 11:
      return .valid([])
    default:
      guard isMobile(three) || isArea(three / 10) || isSmallArea(three) else {
        return .invalid(.structure)
      }
      guard national.count == 9 else { return .invalid(.length) }
      return .valid(number.lacksPrefix ? .lostZero : [])
    }
  }

  /// The number as in E.164: `+31` and the national number.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    guard let number = DialledDigits(text), let national = number.national else {
      return FoldedText.fold(text)
    }
    var bytes: [UInt8] = []
    bytes.append(addingCapacity: 3 + national.count) { output in
      output.append(UInt8(ascii: "+"))
      output.append(UInt8(ascii: "3"))
      output.append(UInt8(ascii: "1"))
      for index in national { output.append(number.bytes[index]) }
    }
    return bytes
  }

  /// 06 and a digit that is given out for phones or pagers.
  private static func isMobile(_ three: Int) -> Bool {
    switch three {
    case 610...669, 680...689: true
    default: false
    }
  }

  /// Area codes of 2 digits, of places and of services without place (84, 85, 87, 88, 91).
  private static func isArea(_ two: Int) -> Bool {
    switch two {
    case 10, 13, 15, 20, 23, 24, 26, 30, 33, 35, 36, 38, 40, 43, 45, 46, 50, 53, 55, 58, 70...79,
      84, 85, 87, 88, 91:
      true
    default: false
    }
  }

  /// Area codes of 3 digits.
  private static func isSmallArea(_ three: Int) -> Bool {
    switch three {
    case 111, 113...115, 117, 118, 161, 162, 164...168, 172, 174, 180...184, 186, 187, 222...224,
      226...229, 251, 252, 255, 294, 297, 299, 313...318, 320, 321, 341...348, 411...413, 416, 418,
      475, 478, 481, 485...488, 492, 493, 495, 497, 499, 511...519, 521...525, 527...529, 541,
      543...548, 561, 562, 566, 570...573, 575, 577, 578, 591...599:
      true
    default: false
    }
  }
}
