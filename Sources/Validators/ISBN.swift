import Checksums

/// The number of a book; in a scan a counter-proof, for it looks like other numbers.
///
/// 10 characters that leave 0 modulo 11, or 13 digits that begin with 978 or 979 and bear the GS1
/// check digit.
///
/// 0306406152: 0+27+0+42+24+0+24+3+10+2 = 132 = 12 x 11; the same book is 9780306406157.
///
/// Source: ISO 2108.
package enum ISBN {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let number = StrippedText(text)
    guard number.isAlphanumeric else { return .invalid(.character) }
    switch number.count {
    case 10:
      guard number.isDigits(0..<9), number.isDigits(9..<10) || number.bytes[9] == UInt8(ascii: "X")
      else { return .invalid(.character) }
      guard number.isDigits(9..<10) == false || !number.isOneCharacterRepeated else {
        return .invalid(.range)
      }
      let isRight = ISBN10.isValid(number.bytes.span.extracting(0..<10))
      return isRight ? .valid([]) : .invalid(.checkDigit)
    case 13:
      guard number.isAllDigits else { return .invalid(.character) }
      guard number.value(0..<3) == 978 || number.value(0..<3) == 979 else {
        return .invalid(.structure)
      }
      let isRight = GS1.isValid(number.bytes.span.extracting(0..<13))
      return isRight ? .valid([]) : .invalid(.checkDigit)
    default:
      return .invalid(.length)
    }
  }

  /// Thirteen digits.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    let number = StrippedText(text).array
    guard number.count == 10 else { return number }
    let stem = Array("978".utf8) + number.prefix(9)
    return stem + [UInt8(ascii: "0") + GS1.checkDigit(for: stem.span)]
  }
}
