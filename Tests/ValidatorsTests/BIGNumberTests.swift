import Testing

@testable import Validators

@Suite struct BIGNumberTests {
  @Test(arguments: ["19012345601", "29012345604", "49012345625", "59012345630"])
  func `accepts the professions of the register`(text: String) {
    #expect(Validator.big.verdict(on: text) == .valid([]))
    #expect(Validator.big.normalForm(of: text) == text)
  }

  @Test func `puts back a zero that was lost`() {
    #expect(Validator.big.verdict(on: "9012345601") == .valid(.lostZero))
    #expect(Validator.big.normalForm(of: "9012345601") == "09012345601")
  }

  @Test(arguments: [
    ("19012345606", Verdict.Reason.structure), ("190123456", .length), ("1901234560A", .character),
    ("00000000001", .range),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.big.verdict(on: text) == .invalid(reason))
  }

  /// 29 codes of a hundred are professions.
  @Test func `passes 29 of a hundred random numbers`() {
    let share = Validator.big.share(of: 20_000) { $0.digits(11) }
    #expect(abs(share - 0.29) < 0.015)
  }
}
