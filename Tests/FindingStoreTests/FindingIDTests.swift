import Testing

@testable import FindingStore

@Suite struct FindingIDTests {
  @Test func `has one written form for each finding`() {
    #expect(FindingID(examination: 12, ordinal: 3).description == "12.3")
    #expect(FindingID(item: 45, ordinal: 3).description == "i45.3")
  }

  @Test(arguments: ["12.3", "i45.3", "1.1", "i1.1", "9223372036854775807.1"])
  func `reads what it writes`(text: String) throws {
    #expect(try #require(FindingID(text)).description == text)
  }

  @Test(arguments: [
    "", ".", "1", "1.", ".1", "1.2.3", "i", "i1", "i.1", "ii1.1", "1.i1", "01.1", "1.01", "0.1",
    "1.0", "-1.1", "1.-1", "+1.1", " 1.1", "1.1 ", "1,1", "٣.1", "9223372036854775808.1", "I1.1",
  ])
  func `takes nothing else`(text: String) {
    #expect(FindingID(text) == nil)
  }
}
