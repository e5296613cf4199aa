import Testing

@testable import Validators

@Suite struct PhoneNumberTests {
  @Test(arguments: [
    "0612345678", "06-12345678", "06 12 34 56 78", "06 123 456 78", "06 - 1234 5678",
    "(06)12345678", "+31612345678", "+31 6 12345678", "+31 (0)6 12345678", "(+31) 6 12345678",
    "0031612345678", "0031 (0)6-12345678", "+31.6.12345678", "+31-6-12345678", "+31 06 12345678",
    "06\u{A0}12345678", "06\u{2013}12345678", "06 \u{2013} 12345678", "06\u{2011}1234 5678",
    "+31 (0) 6 12 34 56 78", "+31.(0).6.12345678", "0031 (0) 6 12345678", "0031(0)6-12345678",
    "06 1234\n5678", "06-1234\r\n> > 5678", "+31 6 12\n>\t34 56 78",
  ])
  func `accepts every notation of a mobile number`(text: String) {
    #expect(Validator.phone.verdict(on: text) == .valid([]))
    #expect(Validator.phone.normalForm(of: text) == "+31612345678")
  }

  /// A spreadsheet reads a number and leaves out what is none of its value.
  @Test(arguments: [
    ("612345678", "+31612345678"), ("31612345678", "+31612345678"), ("201234567", "+31201234567"),
    ("314123456", "+31314123456"), ("31314123456", "+31314123456"),
  ])
  func `puts back the zero or plus that was lost`(text: String, number: String) {
    #expect(Validator.phone.verdict(on: text) == .valid(.lostZero))
    #expect(Validator.phone.normalForm(of: text) == number)
  }

  @Test(arguments: [
    ("(020) 123 45 67", "+31201234567"), ("020/1234567", "+31201234567"),
    ("0314-123456", "+31314123456"), ("088-1234567", "+31881234567"),
    ("097012345678", "+3197012345678"), ("066 1234567", "+31661234567"),
  ])
  func `accepts numbers of places, services and machines`(text: String, number: String) {
    #expect(Validator.phone.verdict(on: text) == .valid([]))
    #expect(Validator.phone.normalForm(of: text) == number)
  }

  @Test(arguments: ["0800-1234", "0900 1234567", "0906-1234", "+31 800 1234567"])
  func `notes numbers of organisations`(text: String) {
    #expect(Validator.phone.verdict(on: text) == .valid(.organisation))
  }

  @Test(arguments: [
    ("061234567", Verdict.Reason.length), ("06123456789", .length), ("020-12345678", .length),
    ("0800-12345", .length), ("0690000000", .structure), ("0123-456789", .structure),
    ("+3261234567", .structure), ("0000000000", .structure), ("61234567", .structure),
    ("690000000", .structure), ("32612345678", .structure), ("800123456", .length),
    ("06-1234567A", .character), ("06+12345678", .character), ("06>12345678", .character),
    ("06\u{2026}12345678", .character), ("", .structure),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.phone.verdict(on: text) == .invalid(reason))
  }

  @Test func `passes half of the random numbers that begin with 0`() {
    let share = Validator.phone.share(of: 50_000) { "0" + $0.digits(9) }
    #expect(abs(share - 0.53) < 0.01)
  }
}
