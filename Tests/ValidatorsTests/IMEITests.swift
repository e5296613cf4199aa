import Testing

@testable import Validators

@Suite struct IMEITests {
  @Test(arguments: ["490154203237518", "49-015420-323751-8"])
  func `accepts fifteen digits`(text: String) {
    #expect(Validator.imei.verdict(on: text) == .valid([]))
    #expect(Validator.imei.normalForm(of: text) == "490154203237518")
  }

  @Test(arguments: [
    ("490154203237519", Verdict.Reason.checkDigit), ("49015420323751", .length),
    ("49015420323751A", .character), ("000000000000000", .range),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.imei.verdict(on: text) == .invalid(reason))
  }
}
