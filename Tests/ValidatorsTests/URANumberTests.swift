import Testing

@testable import Validators

@Suite struct URANumberTests {
  @Test func `accepts eight digits of an organisation`() {
    #expect(Validator.ura.verdict(on: "90000111") == .valid(.organisation))
    #expect(Validator.ura.normalForm(of: "90000111") == "90000111")
  }

  @Test func `puts back a zero that was lost`() {
    #expect(Validator.ura.verdict(on: "4092919") == .valid([.organisation, .lostZero]))
    #expect(Validator.ura.normalForm(of: "4092919") == "04092919")
  }

  @Test(arguments: [
    ("900001", Verdict.Reason.length), ("900001111", .length), ("9000011A", .character),
    ("00000000", .range), ("0000000", .range),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.ura.verdict(on: text) == .invalid(reason))
  }
}
