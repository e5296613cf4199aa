import Testing

@testable import Validators

@Suite struct VNummerTests {
  @Test(arguments: ["2712345678", "271.234.5678"])
  func `accepts ten digits`(text: String) {
    #expect(Validator.vNummer.verdict(on: text) == .valid([]))
    #expect(Validator.vNummer.normalForm(of: text) == "2712345678")
  }

  @Test(arguments: [
    ("27123456789", Verdict.Reason.length), ("271234567A", .character), ("0000000000", .range),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.vNummer.verdict(on: text) == .invalid(reason))
  }
}
