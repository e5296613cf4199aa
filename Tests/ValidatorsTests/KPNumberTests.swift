import Testing

@testable import Validators

@Suite struct KPNumberTests {
  @Test(arguments: ["12345", "19012345691"])
  func `accepts five to eleven digits`(text: String) {
    #expect(Validator.kp.verdict(on: text) == .valid([]))
    #expect(Validator.kp.normalForm(of: text) == text)
  }

  @Test(arguments: [
    ("1234", Verdict.Reason.length), ("190123456912", .length), ("1234A", .character),
    ("00000", .range),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.kp.verdict(on: text) == .invalid(reason))
  }
}
