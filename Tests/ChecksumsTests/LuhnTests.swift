import Testing

@testable import Checksums

@Suite struct LuhnTests {
  @Test(arguments: ["4111111111111111", "378282246310005", "490154203237518", "79927398713", "0"])
  func `accepts published numbers`(digits: String) {
    #expect(Luhn.isValid(digits.utf8.span) == true)
  }

  @Test(arguments: ["4111111111111112", "378282246310006", "79927398710", ""])
  func `rejects wrong check digits and no digits`(digits: String) {
    #expect(Luhn.isValid(digits.utf8.span) == false)
  }

  @Test func `accepts one last digit of ten`() {
    let count = (0...9).count { Luhn.isValid("7992739871\($0)".utf8.span) }
    #expect(count == 1)
  }
}
