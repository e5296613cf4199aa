import Testing

@testable import Checksums

@Suite struct ICAO9303Tests {
  /// The fields of the specimens in Doc 9303, and that of the Dutch specimen of 2014.
  @Test(arguments: [
    ("L898902C3", 6), ("740812", 2), ("120415", 9), ("ZE184226B<<<<<", 1), ("999999990<<<<<", 8),
    ("<<<<<<", 0),
  ])
  func `gives the check digit of a field`(field: String, digit: Int) {
    #expect((ICAO9303.weightedSum(field.utf8.span) % 10 == digit) == true)
  }

  @Test func `goes on behind other fields`() {
    let whole = ICAO9303.weightedSum("L898902C3".utf8.span)
    let parts =
      ICAO9303.weightedSum("L898".utf8.span)
      + ICAO9303.weightedSum("902C3".utf8.span, atPosition: 4)
    #expect(whole == parts)
  }
}
