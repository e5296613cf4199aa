import Testing

@testable import Validators

@Suite struct ResidenceDocumentTests {
  @Test(arguments: ["III-V123AL568", "V123AL568", "W2-V123AL568", "v123al568"])
  func `accepts a number with and without its type`(text: String) {
    #expect(ResidenceDocument.validate(text.utf8.span) == .valid([]))
    #expect(ResidenceDocument.normalized(text.utf8.span) == Array("V123AL568".utf8))
  }

  @Test(arguments: [
    ("V120AL568", Verdict.Reason.character), ("V12OAL568", .character), ("V123AL56", .length),
    ("VI-V123AL568", .structure), ("A123AL568", .structure), ("VREEMDELI", .structure),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(ResidenceDocument.validate(text.utf8.span) == .invalid(reason))
  }
}
