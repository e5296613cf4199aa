import Testing

@testable import Checksums

@Suite struct ElfproefTests {
  @Test(arguments: [("123456782", 0), ("004495445", 0), ("101222331", 5), ("010000008", 0)])
  func `gives the remainder of a person's number`(digits: String, remainder: Int) {
    #expect((Elfproef.personRemainder(digits.utf8.span) == remainder) == true)
  }

  @Test(arguments: [("0417164300", 0), ("417164300", 0), ("102845107", 0), ("246813579", 8)])
  func `gives the remainder of an account`(digits: String, remainder: Int) {
    #expect((Elfproef.accountRemainder(digits.utf8.span) == remainder) == true)
  }

  @Test func `never passes with one digit changed or two neighbours exchanged`() {
    let number = Array("123456782".utf8)
    for index in number.indices {
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != number[index] {
        var other = number
        other[index] = digit
        #expect((Elfproef.personRemainder(other.span) != 0) == true)
      }
      guard index > 0, number[index] != number[index - 1] else { continue }
      var other = number
      other.swapAt(index, index - 1)
      #expect((Elfproef.personRemainder(other.span) != 0) == true)
    }
  }

  @Test func `is 0 for no digits`() {
    #expect((Elfproef.personRemainder("".utf8.span) == 0) == true)
    #expect((Elfproef.accountRemainder("".utf8.span) == 0) == true)
  }
}
