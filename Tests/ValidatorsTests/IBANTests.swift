import Testing

@testable import Validators

@Suite struct IBANTests {
  @Test(arguments: [
    "NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "nl91abna0417164300",
    "NL91.ABNA.0417.1643.00", "NL91-ABNA-0417-1643-00", "NL 91 ABNA 0417 1643 00",
    "NL91\u{A0}ABNA\u{A0}0417\u{A0}1643\u{A0}00", "NL91 ABNA\n> 0417 1643 00",
  ])
  func `accepts every notation`(text: String) {
    #expect(Validator.iban.verdict(on: text) == .valid([]))
    #expect(Validator.iban.normalForm(of: text) == "NL91ABNA0417164300")
  }

  @Test func `does not ask for the elfproef`() {
    #expect(Validator.iban.verdict(on: "NL86INGB0002445588") == .valid([]))
  }

  @Test func `notes a bank that is not in the Dutch list`() {
    #expect(Validator.iban.verdict(on: "NL36FTSB0123456789").isValid == false)
    let valid = (2...98).map { $0 < 10 ? "NL0\($0)FTSB0123456789" : "NL\($0)FTSB0123456789" }
      .filter { Validator.iban.verdict(on: $0).isValid }
    #expect(valid.count == 1)
    #expect(Validator.iban.verdict(on: valid[0]) == .valid(.unknownBank))
  }

  @Test(arguments: [
    ("NL91ABNA0417164301", Verdict.Reason.checkDigit), ("NL00ABNA0417164300", .checkDigit),
    ("GB00HLFX11016111455365", .checkDigit), ("GB01BARC20714583608387", .checkDigit),
    ("NL911BNA0417164300", .structure), ("GB2LABBY09012857201707", .structure),
    ("ZZ91ABNA0417164300", .structure), ("NL91ABNA041716430", .length),
    ("NL06ZZZ695990840000", .length), ("NL91ABNA", .length), ("NL91*ABNA0417164300", .character),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.iban.verdict(on: text) == .invalid(reason))
  }

  /// Lengths as the registry lists them, country by country.
  static let lengths = """
    AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18
    DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23
    IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27
    MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19
    SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  @Test(arguments: lengths)
  func `knows the length of each country`(entry: String) {
    let length = IBAN.registryLength(country: entry.utf8.span)
    #expect(length == Int(entry.dropFirst(2)))
  }

  @Test(arguments: ["ZZ", "AO", "N1", "N", ""])
  func `knows no length for other countries`(country: String) {
    #expect(IBAN.registryLength(country: country.utf8.span) == nil)
  }

  @Test(arguments: [
    ("NL91 ABNA 0417 1643 00", " is mijn rekening"), ("VG96 VPVG 0000 0123 4567 8901", " X in"),
    ("nl91abna0417164300", "en"), ("NL91\u{A0}ABNA\u{A0}0417\u{A0}1643\u{A0}00", ""),
  ])
  func `cuts at the length of the country`(iban: String, rest: String) {
    #expect(IBAN.prefixLength(of: (iban + rest).utf8.span) == iban.utf8.count)
    #expect(Validator.iban.prefixLength(of: (iban + rest).utf8.span) == iban.utf8.count)
    #expect(Validator.iban.verdict(on: iban).isValid)
  }

  @Test(arguments: ["NL91 ABNA 0417", "ZZ91 ABNA 0417 1643 00", ""])
  func `does not cut what is too short or of no country`(text: String) {
    #expect(IBAN.prefixLength(of: text.utf8.span) == nil)
  }

  @Test func `passes one of a hundred random numbers in a Dutch frame`() {
    let share = Validator.iban.share(of: 60_000) { "NL\($0.digits(2))RABO\($0.digits(10))" }
    #expect(abs(share - 0.0101) < 0.0015)
  }
}
