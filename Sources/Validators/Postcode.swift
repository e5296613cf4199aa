/// A Dutch postal code (postcode).
///
/// 4 digits 1000...9999 and 2 letters, not SA, SD or SS, perhaps with spaces between them and `NL`
/// in front. With a house number it stands for one address. 90 % of random strings of 4 digits and
/// 2 letters pass.
///
/// Source: PostNL; BRP, element 11.60 (`^[1-9]{1}[0-9]{3}[ ]?[A-Za-z]{2}$`).
package enum Postcode {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let range = text.trimmedRange
    guard let form = Form(text, at: Form.start(in: text, from: range.lowerBound)),
      form.end == range.upperBound
    else { return .invalid(.structure) }
    return form.isIssued ? .valid([]) : .invalid(.range)
  }

  /// Four digits, a space and two letters in upper case.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    guard let form = Form(text, at: Form.start(in: text, from: text.trimmedRange.lowerBound)) else {
      return FoldedText.fold(text)
    }
    return form.normalized
  }

  /// Four digits and two letters at a place in a text.
  struct Form {
    let digits: Int
    let letters: (UInt8, UInt8)
    /// Behind the last letter.
    let end: Int

    init?(_ text: Span<UInt8>, at start: Int) {
      guard start >= 0, start + 6 <= text.count else { return nil }
      var digits = 0
      for index in start..<start + 4 {
        guard text[index].isASCIIDigit else { return nil }
        digits = digits * 10 + text[index].digitValue
      }
      var index = start + 4
      while index < text.count, case let length = text.spaceLength(at: index), length > 0 {
        index += length
      }
      guard index + 2 <= text.count, text[index].isASCIILetter, text[index + 1].isASCIILetter
      else { return nil }
      self.digits = digits
      letters = (text[index].asciiUppercased, text[index + 1].asciiUppercased)
      end = index + 2
    }

    /// Whether digits and letters are of the kind that is given out.
    var isIssued: Bool {
      guard digits >= 1000 else { return false }
      switch letters {
      case (UInt8(ascii: "S"), UInt8(ascii: "A")), (UInt8(ascii: "S"), UInt8(ascii: "D")),
        (UInt8(ascii: "S"), UInt8(ascii: "S")):
        return false
      default:
        return true
      }
    }

    var normalized: [UInt8] {
      let padded = String(digits + 10_000).utf8.dropFirst()
      return Array(padded) + [UInt8(ascii: " "), letters.0, letters.1]
    }

    /// Where the digits begin when `NL`, and a space or dash behind it, stand first.
    static func start(in text: Span<UInt8>, from start: Int) -> Int {
      guard start + 3 <= text.count, text[start].asciiUppercased == UInt8(ascii: "N"),
        text[start + 1].asciiUppercased == UInt8(ascii: "L")
      else { return start }
      let length = text[start + 2] == UInt8(ascii: "-") ? 1 : text.spaceLength(at: start + 2)
      return start + 2 + length
    }
  }
}
