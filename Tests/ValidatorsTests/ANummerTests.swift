import Testing

@testable import Validators

@Suite struct ANummerTests {
  @Test(arguments: ["7934628529", "1082678674", "1010157313"])
  func `accepts numbers that obey the four rules`(text: String) {
    #expect(Validator.aNummer.verdict(on: text) == .valid([]))
    #expect(Validator.aNummer.normalForm(of: text) == text)
  }

  @Test(arguments: [
    ("793462852", Verdict.Reason.length), ("79346285291", .length), ("0734628529", .range),
    ("7734628529", .structure), ("7934628599", .structure), ("7934628528", .checkDigit),
    ("4935964135", .checkDigit), ("A934628529", .character),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.aNummer.verdict(on: text) == .invalid(reason))
  }

  @Test func `passes six of a thousand random numbers`() {
    let share = Validator.aNummer.share(of: 150_000) { $0.digits(10) }
    #expect(abs(share - 0.00576) < 0.0007)
  }
}
