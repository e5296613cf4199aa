import Checksums

/// The number of a payment card (primary account number).
///
/// 12 to 19 digits, as many as its network issues, that pass the Luhn formula. 10 % of random
/// strings with the right beginning pass. Groups parted by one full stop are a decimal fraction.
///
/// 4111111111111111: 8 + 14 + 8 = 30.
///
/// Source: ISO/IEC 7812-1; the ranges that the card networks publish.
package enum PaymentCard {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let number = StrippedText(text)
    guard number.isAllDigits else { return .invalid(.character) }
    guard !text.isDecimalFraction else { return .invalid(.structure) }
    guard (12...19).contains(number.count) else { return .invalid(.length) }
    guard let lengths = lengths(startingWith: number.value(0..<4)) else {
      return .invalid(.structure)
    }
    guard lengths.contains(number.count) else { return .invalid(.length) }
    guard Luhn.isValid(number.bytes.span.extracting(0..<number.count)) else {
      return .invalid(.checkDigit)
    }
    return .valid([])
  }

  /// The digits.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    StrippedText(text).array
  }

  /// How many digits the network has whose cards begin with these four; nil for no network.
  private static func lengths(startingWith four: Int) -> ClosedRange<Int>? {
    switch four {
    case 1000...1999: 15...15  // UATP
    case 2221...2720, 5100...5599: 16...16  // Mastercard
    case 3000...3059, 3600...3699, 3800...3899: 14...19  // Diners Club
    case 3400...3499, 3700...3799: 15...15  // American Express
    case 3500...3599: 16...19  // JCB
    case 4000...4999: 13...19  // Visa
    case 6011, 6400...6599, 6200...6299: 16...19  // Discover, UnionPay
    case 5000...5099, 5600...6999: 12...19  // Maestro
    default: nil
    }
  }
}

extension Span<UInt8> {
  /// Whether it is digits with one full stop between them.
  fileprivate var isDecimalFraction: Bool {
    var stopCount = 0
    for index in indices {
      if self[index] == UInt8(ascii: ".") {
        stopCount += 1
      } else if !self[index].isASCIIDigit {
        return false
      }
    }
    return stopCount == 1
  }
}
