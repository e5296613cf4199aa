import Testing

@testable import Validators

@Suite struct MRZTests {
  /// Specimens of ICAO Doc 9303 and of the Dutch models of 2014.
  static let passport = """
    P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
    L898902C36UTO7408122F1204159ZE184226B<<<<<10
    """
  static let size2 = """
    I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<
    D231458907UTO7408122F1204159<<<<<<<6
    """
  static let card = """
    I<UTOD231458907<<<<<<<<<<<<<<<
    7408122F1204159UTO<<<<<<<<<<<6
    ERIKSSON<<ANNA<MARIA<<<<<<<<<<
    """
  static let dutchPassport = """
    P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<
    SPECI20142NLD6503101F2403096999999990<<<<<84
    """
  static let dutchCard = """
    I<NLDSPECI20142999999990<<<<<8
    6503101F2403096NLD<<<<<<<<<<<8
    DE<BRUIJN<<WILLEKE<LISELOTTE<<
    """

  @Test(arguments: [passport, size2, card, dutchPassport, dutchCard])
  func `accepts the specimens`(zone: String) {
    #expect(Validator.mrz.verdict(on: zone) == .valid([]))
    #expect(Validator.mrz.normalForm(of: zone) == zone)
  }

  @Test(arguments: ["D1NLD11234567890ABCDEFGH123457", "  D1NLD11234567890ABCDEFGH123457\r\n"])
  func `accepts the line of a driving licence by its layout`(line: String) {
    #expect(Validator.mrz.verdict(on: line) == .valid(.formOnly))
    #expect(Validator.mrz.normalForm(of: line) == "D1NLD11234567890ABCDEFGH123457")
  }

  @Test func `takes no account of line ends and white space around lines`() {
    let lines = Self.dutchPassport.split(separator: "\n")
    let written = "  \(lines[0]) \t\r\n\r\n\(lines[1])\u{A0}\r\n"
    #expect(Validator.mrz.verdict(on: written) == .valid([]))
    #expect(Validator.mrz.normalForm(of: written) == Self.dutchPassport)
  }

  /// Document number and its check, birth, expiry, personal number, composite: each character
  /// weighs 7, 3 or 1, so any other digit alters a check.
  @Test func `rejects every single wrong digit under a check`() {
    let zone = Array(Self.dutchPassport.utf8)
    let line = 45
    for range in [0..<10, 13..<20, 21..<28, 28..<44] {
      for index in range where zone[line + index].isASCIIDigit {
        for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != zone[line + index] {
          var other = zone
          other[line + index] = digit
          #expect(MRZ.validate(other.span) == .invalid(.checkDigit))
        }
      }
    }
  }

  @Test(arguments: [
    ("", Verdict.Reason.length), ("P<UTOERIKSSON<<ANNA", .length),
    (passport.replacing("L898", with: "l898"), .character),
    (passport.replacing("P<", with: "V<"), .structure),
    (passport.replacing("F12", with: "Q12"), .structure),
    (card.replacing("I<", with: "X<"), .structure),
    (card.replacing("<<6", with: "<<7"), .checkDigit),
    ("D1DEU11234567890ABCDEFGH123457", .structure), ("D1NLD1123456789AABCDEFGH123457", .structure),
    ("D1NLD11234567890ABCDEFGH12345A", .structure), ("D1NLD11234567890ABCDEFGH12345-", .character),
    ("D1NLD11234567890ABCDEFGH12345", .length), ("I<UTOD231458907<<<<<<<<<<<<<<<", .structure),
  ])
  func `says why it rejects`(zone: String, reason: Verdict.Reason) {
    #expect(Validator.mrz.verdict(on: zone) == .invalid(reason))
  }

  /// A number of twelve characters: nine in their place, a filler for the check digit, then the
  /// other three and the check digit of all twelve: part 5 of Doc 9303, on TD1.
  @Test func `follows a document number into the optional data`() {
    let check = Self.checkDigit("000590448801")
    let one = "IDBEL000590448<801\(check)<<<<<<<<<<<"
    let two = "8501019F2501017BEL<<<<<<<<<<<"
    let covered = one.dropFirst(5) + two.prefix(7) + two.dropFirst(8).prefix(7) + two.suffix(11)
    let rest = "\n\(two)\(Self.checkDigit(String(covered)))\nVOORBEELD<<EVA<<<<<<<<<<<<<<<<"
    #expect(Validator.mrz.verdict(on: one + rest) == .valid([]))
    let wrong = one.replacing("<801\(check)", with: "<801\((check + 1) % 10)")
    #expect(Validator.mrz.verdict(on: wrong + rest) == .invalid(.checkDigit))
  }

  /// Weights 7, 3, 1 over digits; all else here is a filler.
  static func checkDigit(_ text: String) -> Int {
    var sum = 0
    for (index, character) in text.enumerated() {
      sum += [7, 3, 1][index % 3] * (character.wholeNumberValue ?? 0)
    }
    return sum % 10
  }
}
