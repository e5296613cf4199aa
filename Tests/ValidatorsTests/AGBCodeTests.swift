import Testing

@testable import Validators

@Suite struct AGBCodeTests {
  @Test(arguments: [
    "01234567", "01-234567", "01 234567", "01 234 567", "01.234.567", "01\n> 234567",
    "01 234\r\n\t567", "0 1 2 3 4 5 6 7",
  ])
  func `accepts eight digits`(text: String) {
    #expect(Validator.agb.verdict(on: text) == .valid([]))
    #expect(Validator.agb.normalForm(of: text) == "01234567")
  }

  @Test func `puts back a zero that was lost`() {
    #expect(Validator.agb.verdict(on: "1234567") == .valid(.lostZero))
    #expect(Validator.agb.normalForm(of: "1234567") == "01234567")
  }

  @Test(arguments: [
    ("123456", Verdict.Reason.length), ("012345678", .length), ("0123456A", .character),
    ("00123456", .range), ("01000000", .range),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.agb.verdict(on: text) == .invalid(reason))
  }
}
