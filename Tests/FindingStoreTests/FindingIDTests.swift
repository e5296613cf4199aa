import Testing

@testable import FindingStore

@Suite struct FindingIDTests {
  /// Five bytes of a digest and ten bits of a recipe, written by hand in the 32 letters.
  @Test func `has one written form for each finding`() {
    // 00000 00001 00010 00011 00100 00101 00110 00111, then 11111 00000.
    let code = FindingCode(
      digest: [0b0000_0000, 0b0100_0100, 0b0011_0010, 0b0001_0100, 0b1100_0111, 0xFF],
      recipe: [0b1111_1000, 0b0011_1111])
    #expect(code.description == "01234567z0")
    #expect(FindingID(code, ordinal: 3).description == "01234567z0.3")
    #expect(FindingID(code, ordinal: 12, isInPath: true).description == "01234567z0.p12")
    #expect(code.digestStart == [0b0000_0000, 0b0100_0100, 0b0011_0010, 0b0001_0100, 0b1100_0111])
    #expect(code.isOf(recipe: [0b1111_1000, 0b0000_0000]))
    #expect(!code.isOf(recipe: [0b1111_1000, 0b0100_0000]))
  }

  @Test(arguments: [
    "k3f7q2ab1x.3", "k3f7q2ab1x.p1", "0000000000.1", "zzzzzzzzzz.9223372036854775807",
    "hjkmnpqrst.10", "vwxyz01234.p20",
  ])
  func `reads what it writes`(text: String) throws {
    #expect(try #require(FindingID(text)).description == text)
  }

  @Test(arguments: [
    "", ".", "k3f7q2ab1x", "k3f7q2ab1x.", ".1", "k3f7q2ab1x.1.2", "k3f7q2ab1x.p", "k3f7q2ab1x.p0",
    "k3f7q2ab1x.0", "k3f7q2ab1x.01", "k3f7q2ab1x.-1", "k3f7q2ab1x.+1", "k3f7q2ab1x.pp1",
    "k3f7q2ab1x.1p", "k3f7q2ab1x.P1", " k3f7q2ab1x.1", "k3f7q2ab1x.1 ", "k3f7q2ab1x,1",
    "k3f7q2ab1.1", "k3f7q2ab1xx.1", "K3F7Q2AB1X.1", "i3f7q2ab1x.1", "l3f7q2ab1x.1", "o3f7q2ab1x.1",
    "u3f7q2ab1x.1", "k3f7q2ab1é.1", "k3f7q2ab1x.\u{0663}", "k3f7q2ab1x.9223372036854775808", "12.3",
  ])
  func `takes nothing else`(text: String) {
    #expect(FindingID(text) == nil)
  }
}
