import Testing

@testable import Validators

@Suite struct OnderwijsnummerTests {
  @Test(arguments: ["101222331", "1012.22.331", "1012 22 331"])
  func `accepts every notation`(text: String) {
    #expect(Validator.onderwijsnummer.verdict(on: text) == .valid([]))
    #expect(Validator.onderwijsnummer.normalForm(of: text) == "101222331")
  }

  @Test(arguments: [
    ("100600505", Verdict.Reason.checkDigit), ("101222332", .checkDigit), ("211222337", .range),
    ("10122233", .length), ("10122233A", .character),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.onderwijsnummer.verdict(on: text) == .invalid(reason))
  }

  @Test func `never passes as a BSN`() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<20_000 {
      let digits = "10" + generator.digits(7)
      let isBoth =
        Validator.onderwijsnummer.verdict(on: digits).isValid
        && Validator.bsn.verdict(on: digits).isValid
      #expect(!isBoth)
    }
  }

  @Test func `passes one of eleven random numbers that begin with 10`() {
    let share = Validator.onderwijsnummer.share(of: 100_000) { "10" + $0.digits(7) }
    #expect(abs(share - 0.0909) < 0.003)
  }
}
