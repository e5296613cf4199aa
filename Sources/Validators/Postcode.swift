/// A Dutch postal code (postcode).
///
/// 4 digits 1000...9999 and 2 letters, not SA, SD or SS, perhaps with spaces, a dash, a dot or a line
/// end between them and `NL` in front; or all six apart, as in the boxes of a form. With a house
/// number it stands for one address. 90 % of random strings of 4 digits and 2 letters pass.
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
      let isBoxed = text.spaceLength(at: start + 1) > 0
      var digits = 0
      var index = start
      for position in 0..<4 {
        if position > 0, !Self.skipBox(text, &index, isBoxed: isBoxed) { return nil }
        guard index < text.count, text[index].isASCIIDigit else { return nil }
        digits = digits * 10 + text[index].digitValue
        index += 1
      }
      index += Self.gapLength(text, at: index)
      guard index < text.count, text[index].isASCIILetter else { return nil }
      let first = text[index].asciiUppercased
      index += 1
      guard Self.skipBox(text, &index, isBoxed: isBoxed), index < text.count,
        text[index].isASCIILetter
      else { return nil }
      self.digits = digits
      letters = (first, text[index].asciiUppercased)
      end = index + 1
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
      var bytes: [UInt8] = []
      bytes.append(addingCapacity: 7) { output in
        var unit = 1000
        while unit > 0 {
          output.append(UInt8(ascii: "0") + UInt8(digits / unit % 10))
          unit /= 10
        }
        output.append(UInt8(ascii: " "))
        output.append(letters.0)
        output.append(letters.1)
      }
      return bytes
    }

    /// Where the digits begin when `NL`, and a space or dash behind it, stand first.
    static func start(in text: Span<UInt8>, from start: Int) -> Int {
      guard start + 3 <= text.count, text[start].asciiUppercased == UInt8(ascii: "N"),
        text[start + 1].asciiUppercased == UInt8(ascii: "L")
      else { return start }
      let length = text[start + 2] == UInt8(ascii: "-") ? 1 : text.spaceLength(at: start + 2)
      return start + 2 + length
    }

    /// Passes the spaces at `index`; false where boxes do not stand apart.
    private static func skipBox(_ text: Span<UInt8>, _ index: inout Int, isBoxed: Bool) -> Bool {
      guard isBoxed else { return true }
      let start = index
      while index < text.count, case let length = text.spaceLength(at: index), length > 0 {
        index += length
      }
      return index > start
    }

    /// The length of what stands between digits and letters: white space with at most one dash or
    /// dot, and the quote marks of mail behind a line end.
    private static func gapLength(_ text: Span<UInt8>, at start: Int) -> Int {
      var index = start
      var hasMark = false
      while index < text.count {
        if !hasMark, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: ".") {
          hasMark = true
          index += 1
          continue
        }
        let length = max(text.lineBreakLength(at: index), text.whiteSpaceLength(at: index))
        guard length > 0 else { break }
        index += length
      }
      return index - start
    }
  }
}
