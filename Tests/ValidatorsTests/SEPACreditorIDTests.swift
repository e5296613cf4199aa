import Testing

@testable import Validators

@Suite struct SEPACreditorIDTests {
  @Test(arguments: ["NL06ZZZ695990840000", "NL06 ZZZ 69599084 0000", "nl06zzz695990840000"])
  func `accepts every notation`(text: String) {
    #expect(Validator.sepaCreditor.verdict(on: text) == .valid([]))
    #expect(Validator.sepaCreditor.normalForm(of: text) == "NL06ZZZ695990840000")
  }

  @Test func `does not reckon with the creditor's own characters`() {
    #expect(Validator.sepaCreditor.verdict(on: "NL06ABC695990840000") == .valid([]))
    #expect(Validator.sepaCreditor.verdict(on: "ES23ZZZ47690558N") == .valid([]))
  }

  @Test(arguments: [
    ("NL07ZZZ695990840000", Verdict.Reason.checkDigit), ("NL91ABNA0417164300", .length),
    ("NL06ZZZ69599084000A", .structure), ("0606ZZZ695990840000", .structure),
    ("NL06ZZZ695990840000*", .character), ("NL06", .length),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.sepaCreditor.verdict(on: text) == .invalid(reason))
  }

  @Test func `passes one of a hundred random check digits`() {
    let share = Validator.sepaCreditor.share(of: 50_000) { generator in
      let check = Int.random(in: 2...98, using: &generator)
      return "NL\(check < 10 ? "0" : "")\(check)ZZZ\(generator.digits(8))0000"
    }
    #expect(abs(share - 0.0103) < 0.0015)
  }
}
