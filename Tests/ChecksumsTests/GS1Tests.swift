import Testing

@testable import Checksums

@Suite struct GS1Tests {
  @Test(arguments: ["4006381333931", "9780306406157", "96385074", "036000291452"])
  func `accepts published numbers`(digits: String) {
    #expect(GS1.isValid(digits.utf8.span) == true)
  }

  @Test(arguments: ["4006381333932", "9780306406158", "96385075", ""])
  func `rejects wrong check digits and no digits`(digits: String) {
    #expect(GS1.isValid(digits.utf8.span) == false)
  }

  @Test(arguments: [("400638133393", 1), ("978030640615", 7), ("9638507", 4)])
  func `gives the check digit`(stem: String, digit: Int) {
    #expect((Int(GS1.checkDigit(for: stem.utf8.span)) == digit) == true)
  }
}
