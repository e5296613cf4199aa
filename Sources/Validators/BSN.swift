import Checksums

/// The number of a citizen (burgerservicenummer), before 2007 the sofinummer.
///
/// 9 digits, not 000000000 and not beginning with 00, that leave 0 in the elfproef for persons.
/// 8 digits are read as 9 of which the first, a zero, was lost; `1.23456782E8` as a program writes a
/// number. 9.09 % of random strings pass.
///
/// 123456782: 9+16+21+24+25+24+21+16-2 = 154 = 14 x 11.
///
/// Source: Wet algemene bepalingen burgerservicenummer; Logisch Ontwerp BSN; Stelselcatalogus SGR,
/// element Burgerservicenummer.
package enum BSN {
  package static func validate(_ text: Span<UInt8>) -> Verdict {
    let written = StrippedText(scientific: text) ?? StrippedText(text)
    guard written.isAllDigits else { return .invalid(.character) }
    guard written.count == 8 || written.count == 9 else { return .invalid(.length) }
    let number = written.padded(to: 9)
    guard number.value(0..<2) != 0 else { return .invalid(.range) }
    guard Elfproef.personRemainder(number.bytes.span.extracting(0..<9)) == 0 else {
      return .invalid(.checkDigit)
    }
    var notes: Verdict.Notes = written.count == 8 ? .lostZero : []
    if isTestValue(number.value(0..<9)) { notes.insert(.testRange) }
    return .valid(notes)
  }

  /// Nine digits, with the zero that was lost.
  package static func normalized(_ text: Span<UInt8>) -> [UInt8] {
    (StrippedText(scientific: text) ?? StrippedText(text)).padded(to: 9).array
  }

  /// Test persons of RvIG (9999xxxxx, with the specimen 999999990) and of DigiD (1006005xx), and
  /// the two examples that manuals use.
  private static func isTestValue(_ value: Int) -> Bool {
    value / 100_000 == 9999 || value / 100 == 1_006_005 || value == 111_222_333
      || value == 123_456_782
  }
}
