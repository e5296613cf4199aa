import Testing

@testable import Validators

@Suite struct VestigingsnummerTests {
  @Test func `accepts twelve digits`() {
    #expect(Validator.vestigingsnummer.verdict(on: "000038509504") == .valid([]))
    #expect(Validator.vestigingsnummer.verdict(on: "990000541921") == .valid([]))
  }

  @Test func `puts back the four zeros that were lost`() {
    #expect(Validator.vestigingsnummer.verdict(on: "38509504") == .valid(.lostZero))
    #expect(Validator.vestigingsnummer.normalForm(of: "38509504") == "000038509504")
  }

  @Test(arguments: [
    ("00003850950", Verdict.Reason.length), ("0000385095041", .length),
    ("00003850950X", .character), ("000000000000", .range),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.vestigingsnummer.verdict(on: text) == .invalid(reason))
  }
}
