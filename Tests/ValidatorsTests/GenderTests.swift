import Testing

@testable import Validators

@Suite struct GenderTests {
  @Test(arguments: [
    ("M", "M"), ("man", "M"), ("Mannelijk", "M"), ("1", "M"), ("dhr.", "M"),
    ("V", "V"), ("F", "V"), ("vrouw", "V"), ("2", "V"), ("Mevrouw", "V"),
    ("X", "X"), ("non-binair", "X"), ("onbekend", "O"), ("9", "O"),
  ])
  func `brings the codes of registers together`(text: String, code: String) {
    #expect(Validator.gender.verdict(on: text) == .valid([]))
    #expect(String(decoding: Validator.gender.normalized(text.utf8.span), as: UTF8.self) == code)
  }

  @Test(arguments: ["", "3", "Jan", "m/v", "geslacht"])
  func `rejects what is no gender`(text: String) {
    #expect(Validator.gender.verdict(on: text).isValid == false)
  }
}
