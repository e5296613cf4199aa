import Testing

@testable import Checksums

@Suite struct ISBN10Tests {
  @Test(arguments: ["0306406152", "080442957X"])
  func `accepts published numbers`(characters: String) {
    #expect(ISBN10.isValid(characters.utf8.span) == true)
  }

  @Test(arguments: ["0306406153", "0804429570", "030640615", ""])
  func `rejects a wrong check character or length`(characters: String) {
    #expect(ISBN10.isValid(characters.utf8.span) == false)
  }
}
