import Checksums

/// The machine-readable zone of a passport, identity card, other travel document or driving licence.
///
/// Three lines of 30 characters (TD1, cards), two of 36 (TD2) or two of 44 (TD3, passports), of
/// A-Z, 0-9 and the filler `<`; white space at the ends of lines does not count. The document
/// number, the date of birth, the date of expiry and in TD3 the personal number each have a check
/// digit, and a last one covers them together. All must be right: about 1 in 100,000 random zones
/// of the form TD3 passes.
///
/// Dutch driving licences since November 2014 bear one line of 30: `D1NLD`, a digit, the 10 digits
/// of the licence number, 13 characters, a digit. What the last digit checks is not published, so
/// the layout alone decides.
///
/// SPECI20142NLD6503101F2403096999999990<<<<<84: the personal number gives 288, check digit 8.
///
/// Source: ICAO Doc 9303, parts 3 to 6; Regulation (EU) 383/2012, annex I; RDW, model of 2014.
package enum MRZ {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    guard let lines = MRZLines(text) else { return .invalid(.length) }
    for index in 0..<lines.count {
      let line = lines.ranges[index]
      for byte in line where !isInAlphabet(text[byte]) { return .invalid(.character) }
    }
    return switch lines.format {
    case .drivingLicence: validateDrivingLicence(text.extracting(lines.ranges[0]))
    case .td1: validateTD1(text, lines)
    case .td2: validateTD2(text, lines)
    case .td3: validateTD3(text, lines)
    }
  }

  /// The lines, joined by a line feed.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    guard let lines = MRZLines(text) else { return FoldedText.fold(text) }
    var result: [UInt8] = []
    for index in 0..<lines.count {
      if index > 0 { result.append(UInt8(ascii: "\n")) }
      for byte in lines.ranges[index] { result.append(text[byte]) }
    }
    return result
  }

  private static func validateDrivingLicence(_ line: Span<UInt8>) -> Verdict {
    guard drivingLicencePrefix.contains(line.extracting(0..<5)), line[29].isASCIIDigit else {
      return .invalid(.structure)
    }
    for index in 5..<16 where !line[index].isASCIIDigit { return .invalid(.structure) }
    return .valid(.formOnly)
  }

  private static let drivingLicencePrefix = WordTable("D1NLD")

  private static func validateTD1(_ text: Span<UInt8>, _ lines: MRZLines) -> Verdict {
    let one = text.extracting(lines.ranges[0])
    let two = text.extracting(lines.ranges[1])
    switch one[0] {
    case UInt8(ascii: "A"), UInt8(ascii: "C"), UInt8(ascii: "I"): break
    default: return .invalid(.structure)
    }
    guard areLetters(one, 2..<5), areLetters(two, 15..<18),
      areLetters(text.extracting(lines.ranges[2]), 0..<30), hasPersonFields(two, at: 0)
    else { return .invalid(.structure) }
    guard hasRightTD1Number(one), hasRightCheck(two, 0..<6, at: 6),
      hasRightCheck(two, 8..<14, at: 14)
    else { return .invalid(.checkDigit) }
    var sum = ICAO9303.weightedSum(one.extracting(5..<30))
    sum += ICAO9303.weightedSum(two.extracting(0..<7), atPosition: 25)
    sum += ICAO9303.weightedSum(two.extracting(8..<15), atPosition: 32)
    sum += ICAO9303.weightedSum(two.extracting(18..<29), atPosition: 39)
    return two[29].digitValue == sum % 10 ? .valid([]) : .invalid(.checkDigit)
  }

  private static func validateTD2(_ text: Span<UInt8>, _ lines: MRZLines) -> Verdict {
    let one = text.extracting(lines.ranges[0])
    let two = text.extracting(lines.ranges[1])
    guard one[0].isASCIILetter, areLetters(one, 2..<36), hasPersonFields(two, at: 13) else {
      return .invalid(.structure)
    }
    guard hasRightCheck(two, 0..<9, at: 9), hasRightCheck(two, 13..<19, at: 19),
      hasRightCheck(two, 21..<27, at: 27)
    else { return .invalid(.checkDigit) }
    var sum = ICAO9303.weightedSum(two.extracting(0..<10))
    sum += ICAO9303.weightedSum(two.extracting(13..<20), atPosition: 10)
    sum += ICAO9303.weightedSum(two.extracting(21..<35), atPosition: 17)
    return two[35].digitValue == sum % 10 ? .valid([]) : .invalid(.checkDigit)
  }

  private static func validateTD3(_ text: Span<UInt8>, _ lines: MRZLines) -> Verdict {
    let one = text.extracting(lines.ranges[0])
    let two = text.extracting(lines.ranges[1])
    guard one[0] == UInt8(ascii: "P"), areLetters(one, 2..<44), hasPersonFields(two, at: 13) else {
      return .invalid(.structure)
    }
    guard hasRightCheck(two, 0..<9, at: 9), hasRightCheck(two, 13..<19, at: 19),
      hasRightCheck(two, 21..<27, at: 27), hasRightCheck(two, 28..<42, at: 42)
    else { return .invalid(.checkDigit) }
    var sum = ICAO9303.weightedSum(two.extracting(0..<10))
    sum += ICAO9303.weightedSum(two.extracting(13..<20), atPosition: 10)
    sum += ICAO9303.weightedSum(two.extracting(21..<43), atPosition: 17)
    return two[43].digitValue == sum % 10 ? .valid([]) : .invalid(.checkDigit)
  }
}

extension MRZ {
  /// The document number of a card: longer than nine characters, it goes on in the optional data,
  /// with its check digit at their end and a filler in the usual place.
  fileprivate static func hasRightTD1Number(_ line: Span<UInt8>) -> Bool {
    guard line[14] == UInt8(ascii: "<") else { return hasRightCheck(line, 5..<14, at: 14) }
    var end = 15
    while end < 30, line[end] != UInt8(ascii: "<") { end += 1 }
    guard end > 16 else { return false }
    var sum = ICAO9303.weightedSum(line.extracting(5..<14))
    sum += ICAO9303.weightedSum(line.extracting(15..<end - 1), atPosition: 9)
    return line[end - 1].digitValue == sum % 10
  }

  /// Whether the character at `check` is the check digit of `field`; an empty field may have `<`.
  fileprivate static func hasRightCheck(
    _ line: Span<UInt8>, _ field: Range<Int>, at check: Int
  ) -> Bool {
    let sum = ICAO9303.weightedSum(line.extracting(field))
    if line[check] == UInt8(ascii: "<") { return isEmpty(line, field) }
    return line[check].digitValue == sum % 10
  }

  /// Whether a date of birth, a sex and a date of expiry stand at `start`; unknown parts of the
  /// date of birth are fillers.
  fileprivate static func hasPersonFields(_ line: Span<UInt8>, at start: Int) -> Bool {
    for index in start..<start + 7 where !line[index].isASCIIDigit {
      guard line[index] == UInt8(ascii: "<") else { return false }
    }
    for index in start + 8..<start + 15 where !line[index].isASCIIDigit { return false }
    switch line[start + 7] {
    case UInt8(ascii: "M"), UInt8(ascii: "F"), UInt8(ascii: "X"), UInt8(ascii: "<"): return true
    default: return false
    }
  }

  fileprivate static func areLetters(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where line[index].isASCIIDigit { return false }
    return true
  }

  fileprivate static func isEmpty(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where line[index] != UInt8(ascii: "<") { return false }
    return true
  }

  fileprivate static func isInAlphabet(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte == UInt8(ascii: "<")
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
