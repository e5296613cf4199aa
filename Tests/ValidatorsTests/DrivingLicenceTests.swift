import Testing

@testable import Validators

@Suite struct DrivingLicenceTests {
  @Test(arguments: ["1234567890", " 1234567890\n", "1234 567 890"])
  func `accepts ten digits`(text: String) {
    #expect(Validator.drivingLicence.verdict(on: text) == .valid([]))
    #expect(Validator.drivingLicence.normalForm(of: text) == "1234567890")
  }

  @Test(arguments: [
    ("123456789", Verdict.Reason.length), ("D1NLD1123456789", .character), ("0000000000", .range),
    ("D1NLD11234567890ABCDEFGH123457", .character),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.drivingLicence.verdict(on: text) == .invalid(reason))
  }
}
