import Testing

@testable import Validators

@Suite struct UZINumberTests {
  @Test func `accepts nine digits, and eight after a lost zero`() {
    #expect(Validator.uzi.verdict(on: "000001111") == .valid([]))
    #expect(Validator.uzi.verdict(on: "90000380") == .valid(.lostZero))
    #expect(Validator.uzi.normalForm(of: "90000380") == "090000380")
  }

  @Test(arguments: [
    ("1234567", Verdict.Reason.length), ("0000011110", .length), ("00000111A", .character),
    ("000000000", .range),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.uzi.verdict(on: text) == .invalid(reason))
  }
}
