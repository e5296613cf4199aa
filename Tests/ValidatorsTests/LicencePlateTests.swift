import Testing

@testable import Validators

@Suite struct LicencePlateTests {
  /// Sidecodes 1 to 14.
  @Test(arguments: [
    "RB-12-34", "12-34-RB", "12-RB-34", "RB-12-XN", "RB-XN-12", "12-RB-XN", "12-RBX-3", "1-RBX-23",
    "RB-123-X", "R-123-BX", "RBX-12-X", "R-12-BXN", "1-RB-234", "123-RB-4",
  ])
  func `accepts every sidecode, with and without dashes`(plate: String) {
    let bare = plate.replacing("-", with: "")
    for text in [plate, bare, plate.replacing("-", with: " "), plate.lowercased()] {
      #expect(Validator.licencePlate.verdict(on: text) == .valid([]))
      #expect(Validator.licencePlate.normalForm(of: text) == bare)
    }
  }

  @Test(arguments: [
    ("AA-AA-AA", Verdict.Reason.structure), ("12-34-56", .structure), ("A1-B2-C3", .structure),
    ("1-23-RBX", .structure), ("RB1-23-4", .structure), ("RB-1234", .structure),
    ("RB.12.34", .structure), ("-RB-12-34", .structure), ("AB-123-CD", .length),
    ("RB_12_34", .character), ("12-PVV-3", .range), ("TBS-12-X", .range),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.licencePlate.verdict(on: text) == .invalid(reason))
  }
}
