import Testing

@testable import Validators

@Suite struct UZOVICodeTests {
  @Test func `accepts four digits of an organisation`() {
    #expect(Validator.uzovi.verdict(on: "3332") == .valid(.organisation))
    #expect(Validator.uzovi.normalForm(of: "3332") == "3332")
  }

  @Test(arguments: [
    ("333", Verdict.Reason.length), ("33321", .length), ("333A", .character), ("0000", .range),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.uzovi.verdict(on: text) == .invalid(reason))
  }
}
