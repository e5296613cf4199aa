/// The number of a Dutch driving licence (rijbewijsnummer, field 5).
///
/// 10 digits without a published check digit, so a label has to tell; or the line of 30 characters
/// for machines that licences bear since November 2014: `D1NLD`, a digit, the 10 digits, 13
/// characters, a digit.
///
/// Source: Reglement rijbewijzen; RDW, model of 2014; Regulation (EU) 383/2012, annex I.
package enum DrivingLicence {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let range = text.trimmedRange
    if range.count == lineLength { return validateLine(text.extracting(range)) }
    let number = StrippedText(text)
    guard number.isAllDigits else { return .invalid(.character) }
    guard number.count == 10 else { return .invalid(.length) }
    return number.isOneCharacterRepeated ? .invalid(.range) : .valid([])
  }

  /// Ten digits.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    let range = text.trimmedRange
    guard range.count == lineLength else { return StrippedText(text).array }
    return numberInLine.map { text[range.lowerBound + $0] }
  }

  private static let lineLength = 30
  private static let numberInLine = 6..<16

  private static func validateLine(_ line: Span<UInt8>) -> Verdict {
    for index in line.indices {
      let byte = line[index]
      guard byte.isASCIIDigit || byte.isASCIILetter || byte == UInt8(ascii: "<") else {
        return .invalid(.character)
      }
    }
    guard prefix.contains(line.extracting(0..<5)), line[29].isASCIIDigit else {
      return .invalid(.structure)
    }
    for index in 5..<numberInLine.upperBound where !line[index].isASCIIDigit {
      return .invalid(.structure)
    }
    return .valid([])
  }

  private static let prefix = WordTable("D1NLD")
}
