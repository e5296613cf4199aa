import Testing

@testable import Validators

@Suite struct BankAccountTests {
  @Test(arguments: ["0417164300", "417164300", "41.71.64.300"])
  func `accepts nine and ten digits and gives ten`(text: String) {
    #expect(Validator.bankAccount.verdict(on: text) == .valid([]))
    #expect(Validator.bankAccount.normalForm(of: text) == "0417164300")
  }

  @Test(arguments: [("1234567", "0001234567"), ("P1234567", "0001234567"), ("p 42", "0000000042")])
  func `accepts a giro account, for which there is no check`(text: String, number: String) {
    #expect(Validator.bankAccount.verdict(on: text) == .valid(.formOnly))
    #expect(Validator.bankAccount.normalForm(of: text) == number)
  }

  @Test(arguments: [
    ("0002445588", Verdict.Reason.checkDigit), ("123456782", .checkDigit), ("12345678", .length),
    ("P12345678", .length), ("41716430012", .length), ("", .length), ("0000000000", .range),
    ("P0", .range), ("41716430X", .character), ("PP12345", .character),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.bankAccount.verdict(on: text) == .invalid(reason))
  }

  /// The two sums differ by twice the last digit.
  @Test func `passes with a BSN only where the last digit is 0`() {
    var generator = SeededGenerator(seed: 3)
    var bothCount = 0
    for _ in 0..<100_000 {
      let digits = generator.digits(9)
      guard Validator.bankAccount.verdict(on: digits).isValid,
        Validator.bsn.verdict(on: digits).isValid
      else { continue }
      bothCount += 1
      #expect(digits.last == "0")
    }
    #expect((780...1_040).contains(bothCount))
  }

  @Test func `passes one of eleven random numbers`() {
    let share = Validator.bankAccount.share(of: 100_000) { $0.digits(10) }
    #expect(abs(share - 0.0909) < 0.003)
  }
}
