import Testing

@testable import Validators

@Suite struct KvKNumberTests {
  @Test(arguments: ["69599084", "69.599.084", "6959 9084", "69 59 90 84"])
  func `accepts every notation`(text: String) {
    #expect(Validator.kvk.verdict(on: text) == .valid([]))
    #expect(Validator.kvk.normalForm(of: text) == "69599084")
  }

  @Test(arguments: [
    ("6959908", Verdict.Reason.length), ("695990841", .length), ("6959908A", .character),
    ("00000000", .range),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.kvk.verdict(on: text) == .invalid(reason))
  }

  /// Five test numbers of the KvK pass as a BSN that lost its zero: only a label tells.
  @Test func `shares its form with a short BSN`() throws {
    let passing = try Vector.all(in: "kvk").filter { $0.isValid }.map(\.text)
      .filter { Validator.bsn.verdict(on: $0) == .valid(.lostZero) }
    #expect(Set(passing) == ["68727720", "90004760", "68750110", "90002520", "90002490"])
  }
}
