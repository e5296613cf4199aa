import Testing

@testable import Validators

@Suite struct PaymentReferenceTests {
  @Test(arguments: ["5000056789012345", "5000 0567 8901 2345"])
  func `accepts sixteen digits`(text: String) {
    #expect(Validator.paymentReference.verdict(on: text) == .valid([]))
    #expect(Validator.paymentReference.normalForm(of: text) == "5000056789012345")
  }

  @Test func `has no check for seven digits`() {
    #expect(Validator.paymentReference.verdict(on: "1234567") == .valid(.formOnly))
  }

  /// 2 x 6 = 12 leaves 1, so 10, written 1; 2 x 1 + 4 x 5 = 22 leaves 0, so 11, written 0.
  @Test func `writes 1 for ten and 0 for eleven`() {
    #expect(Validator.paymentReference.verdict(on: "1000000000000006") == .valid([]))
    #expect(Validator.paymentReference.verdict(on: "0000000000000006") == .invalid(.checkDigit))
    #expect(Validator.paymentReference.verdict(on: "0000000000000051") == .valid([]))
    #expect(Validator.paymentReference.verdict(on: "1000000000000051") == .invalid(.checkDigit))
  }

  @Test(arguments: [
    ("5000056789012346", Verdict.Reason.checkDigit), ("4000056789012345", .checkDigit),
    ("5934567890", .structure), ("123456", .length), ("12345678", .length),
    ("123456789012345", .length), ("0000000000000000", .range), ("500005678901234A", .character),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.paymentReference.verdict(on: text) == .invalid(reason))
  }

  @Test func `passes one of ten random numbers of sixteen digits`() {
    let share = Validator.paymentReference.share(of: 50_000) { $0.digits(16) }
    #expect(abs(share - 0.1) < 0.01)
  }
}
