import Testing

@testable import Validators

@Suite struct EANTests {
  @Test(arguments: ["4006381333931", "96385074", "036000291452", "4 006381 333931"])
  func `accepts every length`(text: String) {
    #expect(Validator.ean.verdict(on: text) == .valid([]))
    #expect(Validator.ean.normalForm(of: text) == text.replacing(" ", with: ""))
  }

  @Test func `accepts one check digit for the code of a meter`() {
    let stem = "87168590012345678"
    #expect((0...9).count { Validator.ean.verdict(on: "\(stem)\($0)").isValid } == 1)
  }

  @Test(arguments: [
    ("4006381333932", Verdict.Reason.checkDigit), ("400638133393", .checkDigit),
    ("40063813339310000", .length), ("400638133393X", .character), ("0000000000000", .range),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.ean.verdict(on: text) == .invalid(reason))
  }
}
