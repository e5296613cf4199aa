import Testing

@testable import Validators

@Suite struct ResidenceDocumentTests {
  @Test(arguments: ["III-V123AL568", "V123AL568", "W2-V123AL568", "v123al568"])
  func `accepts a number with and without its type`(text: String) {
    #expect(Validator.residenceDocument.verdict(on: text) == .valid([]))
    #expect(Validator.residenceDocument.normalForm(of: text) == "V123AL568")
  }

  @Test(arguments: [
    ("V120AL568", Verdict.Reason.character), ("V12OAL568", .character), ("V123AL56", .length),
    ("VI-V123AL568", .structure), ("A123AL568", .structure), ("VREEMDELI", .structure),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.residenceDocument.verdict(on: text) == .invalid(reason))
  }
}
