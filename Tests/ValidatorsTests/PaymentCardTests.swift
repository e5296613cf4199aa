import Testing

@testable import Validators

@Suite struct PaymentCardTests {
  /// Test numbers that payment providers publish, one for each network.
  @Test(arguments: [
    "4111111111111111", "5555555555554444", "2223003122003222", "378282246310005",
    "30569309025904", "3566002020360505", "6011111111111117", "6200000000000005",
    "6759649826438453", "122000000000003",
  ])
  func `accepts cards of every network`(text: String) {
    #expect(Validator.paymentCard.verdict(on: text) == .valid([]))
  }

  @Test(arguments: ["4111 1111 1111 1111", "4111-1111-1111-1111"])
  func `accepts groups`(text: String) {
    #expect(Validator.paymentCard.verdict(on: text) == .valid([]))
    #expect(Validator.paymentCard.normalForm(of: text) == "4111111111111111")
  }

  @Test(arguments: [
    ("4111111111111112", Verdict.Reason.checkDigit), ("41111111111111111", .checkDigit),
    ("0000000000000000", .structure), ("9111111111111111", .structure),
    ("0363010000000000", .structure), ("411111111111", .length), ("55555555555544440", .length),
    ("4111", .length), ("411111111111111A", .character),
    ("4111.111111111111", .structure),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.paymentCard.verdict(on: text) == .invalid(reason))
  }

  @Test func `passes one of ten random numbers of a network`() {
    let share = Validator.paymentCard.share(of: 50_000) { "4" + $0.digits(15) }
    #expect(abs(share - 0.1) < 0.005)
  }
}
