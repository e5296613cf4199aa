import Testing

@testable import Validators

@Suite struct RSINTests {
  @Test(arguments: ["004495445", "819738116", "8197.38.116"])
  func `accepts numbers of both ranges`(text: String) {
    #expect(Validator.rsin.verdict(on: text) == .valid([]))
  }

  @Test(arguments: [("10000008", "010000008"), ("4495445", "004495445")])
  func `puts back the zeros that were lost`(text: String, number: String) {
    #expect(Validator.rsin.verdict(on: text) == .valid(.lostZero))
    #expect(Validator.rsin.normalForm(of: text) == number)
  }

  @Test func `normalizes to nine digits`() {
    #expect(Validator.rsin.normalForm(of: "0044.95.445") == "004495445")
  }

  @Test(arguments: [
    ("004495446", Verdict.Reason.checkDigit), ("000000000", .range), ("81973811X", .character),
    ("8197381160", .length), ("4495446", .checkDigit), ("819738", .length), ("", .length),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.rsin.verdict(on: text) == .invalid(reason))
  }

  @Test func `passes one of eleven random numbers`() {
    let share = Validator.rsin.share(of: 100_000) { $0.digits(9) }
    #expect(abs(share - 0.0909) < 0.003)
  }
}
