import Testing

@testable import Checksums

@Suite struct DigitSumTests {
  @Test(arguments: [("7934628529", 55, 6501), ("1082678674", 49, 5489)])
  func `adds plain and with weights that double from the left`(
    digits: String, plain: Int, weighted: Int
  ) {
    #expect((DigitSum.plain(digits.utf8.span) == plain) == true)
    #expect((DigitSum.doublingFromLeft(digits.utf8.span) == weighted) == true)
  }

  /// The rule of the betalingskenmerk gives 215 with the weights 2, 4, 8, 5, 10, 9, 7, 3, 6, 1.
  @Test func `adds with weights that double from the right`() {
    #expect((DigitSum.doublingFromRight("000056789012345".utf8.span) % 11 == 215 % 11) == true)
    #expect((DigitSum.doublingFromRight("11".utf8.span) == 2 + 4) == true)
  }
}
