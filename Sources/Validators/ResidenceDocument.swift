/// The number of a Dutch residence document (verblijfsdocument) issued since October 2019.
///
/// `V` and 8 letters or digits without 0 and O, perhaps behind its type: I, II, III, IV, V, W, W2.
/// No check digit is published. III-V123AL568.
///
/// Source: Vreemdelingenwet 2000, art. 9; RvIG, notice of 10 December 2019.
package enum ResidenceDocument {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let written = StrippedText(text)
    guard written.isAlphanumeric else { return .invalid(.character) }
    guard (9...12).contains(written.count) else { return .invalid(.length) }
    let start = written.count - 9
    guard written.bytes[start] == UInt8(ascii: "V"),
      start == 0 || types.contains(written.bytes.span.extracting(0..<start))
    else { return .invalid(.structure) }
    var hasDigit = false
    for index in start..<written.count {
      let character = written.bytes[index]
      guard character != UInt8(ascii: "0"), character != UInt8(ascii: "O") else {
        return .invalid(.character)
      }
      hasDigit = hasDigit || character.isASCIIDigit
    }
    return hasDigit ? .valid([]) : .invalid(.structure)
  }

  /// The nine characters of the document, without its type.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    Array(StrippedText(text).array.suffix(9))
  }

  private static let types = WordTable("I|II|III|IV|V|W|W2")
}
