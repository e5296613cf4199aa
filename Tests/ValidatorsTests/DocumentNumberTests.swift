import Testing

@testable import Validators

@Suite struct DocumentNumberTests {
  @Test(arguments: [
    ("XR1001R58", "XR1001R58"), ("XR 1001R5 8", "XR1001R58"), ("nw1b4k7d2", "NW1B4K7D2"),
  ])
  func `accepts numbers with spaces and in lower case`(text: String, number: String) {
    #expect(Validator.documentNumber.verdict(on: text) == .valid([]))
    #expect(Validator.documentNumber.normalForm(of: text) == number)
  }

  @Test(arguments: ["III-V123AL568", "V123AL568", "W2-V123AL568", "iii v123al568"])
  func `accepts the number of a residence document`(text: String) {
    #expect(Validator.documentNumber.verdict(on: text) == .valid([]))
    #expect(Validator.documentNumber.normalForm(of: text) == "V123AL568")
  }

  @Test func `notes the number of a specimen`() {
    #expect(Validator.documentNumber.verdict(on: "SPECI2014") == .valid(.testRange))
  }

  @Test(arguments: [
    ("XR1O01R58", Verdict.Reason.character), ("XR1-001R58", .character), ("581001RXR", .structure),
    ("XR1001R5A", .structure), ("XR1001R", .length), ("XR1001R588", .length),
    ("V120AL568", .structure), ("VI-V123AL568", .character), ("VREEMDELI", .structure),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.documentNumber.verdict(on: text) == .invalid(reason))
  }
}
