import Testing

@testable import Validators

@Suite struct BtwIDTests {
  @Test(arguments: [
    "NL004495445B01", "nl004495445b01", "NL 004495445 B01", "NL.0044.95.445.B.01",
    "NL-004495445-B-01", "004495445B01",
  ])
  func `accepts every notation`(text: String) {
    #expect(Validator.btwID.verdict(on: text) == .valid([]))
    #expect(Validator.btwID.normalForm(of: text) == "NL004495445B01")
  }

  @Test(arguments: ["NL002455799B11", "NL739021241B61"])
  func `accepts numbers of sole traders since 2020`(text: String) {
    #expect(Validator.btwID.verdict(on: text) == .valid([]))
  }

  @Test func `notes that the nine digits may be a BSN`() {
    #expect(Validator.btwID.verdict(on: "NL123456782B01") == .valid(.mayHoldBSN))
    #expect(Validator.btwID.verdict(on: "NL819738116B01") == .valid([]))
    #expect(Validator.btwID.verdict(on: "NL004495445B01") == .valid([]))
  }

  @Test func `puts back zeros that were lost`() {
    #expect(Validator.btwID.verdict(on: "NL4495445B01") == .valid(.lostZero))
    #expect(Validator.btwID.normalForm(of: "NL4495445B01") == "NL004495445B01")
  }

  @Test(arguments: [
    ("NL004495445B00", Verdict.Reason.range), ("NL000000000B01", .range),
    ("NL004495446B01", .checkDigit), ("NL002455799B12", .checkDigit),
    ("NL004495445C01", .structure), ("DE004495445B01", .structure), ("NL004495445L01", .structure),
    ("NL004495445B011", .length), ("B01", .length), ("NL004495445_B01", .character),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.btwID.verdict(on: text) == .invalid(reason))
  }

  @Test func `passes ten of a hundred random numbers`() {
    let share = Validator.btwID.share(of: 50_000) { generator in
      "NL\(generator.digits(9))B\(Int.random(in: 10...99, using: &generator))"
    }
    #expect(abs(share - 0.100) < 0.005)
  }
}
