import Testing

@testable import Validators

@Suite struct PlainTextTests {
  @Test func `accepts what is not empty and folds case and white space`() {
    #expect(Validator.text.verdict(on: " Sectie\u{A0}K\r\n\t12 ") == .valid([]))
    #expect(Validator.text.normalForm(of: " Sectie\u{A0}K\r\n\t12 ") == "sectie k 12")
  }

  @Test(arguments: ["", " ", "\u{A0}\n\t"])
  func `rejects nothing but white space`(text: String) {
    #expect(Validator.text.verdict(on: text) == .invalid(.length))
  }
}
