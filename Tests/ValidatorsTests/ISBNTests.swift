import Testing

@testable import Validators

@Suite struct ISBNTests {
  @Test(arguments: [
    ("0306406152", "9780306406157"), ("0-306-40615-2", "9780306406157"),
    ("978-0-306-40615-7", "9780306406157"), ("0-8044-2957-X", "9780804429573"),
  ])
  func `gives thirteen digits for both forms of a book`(text: String, number: String) {
    #expect(Validator.isbn.verdict(on: text) == .valid([]))
    #expect(Validator.isbn.normalForm(of: text) == number)
  }

  @Test(arguments: [
    ("0306406153", Verdict.Reason.checkDigit), ("9780306406158", .checkDigit),
    ("4006381333931", .structure), ("030640615", .length), ("X306406152", .character),
    ("978030640615X", .character), ("0000000000", .range),
  ])
  func `says why it rejects`(text: String, reason: Verdict.Reason) {
    #expect(Validator.isbn.verdict(on: text) == .invalid(reason))
  }
}
