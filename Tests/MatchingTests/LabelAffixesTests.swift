import Matching
import Testing

@Suite struct LabelAffixesTests {
  @Test func `knows the letters that suffixes begin and end with`() {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let suffixes = LabelAffixes.suffixes
    #expect(
      Set(letters.filter { LabelAffixes.maySuffixBegin(with: $0) })
        == Set(suffixes.compactMap(\.first)))
    #expect(
      Set(letters.filter { LabelAffixes.maySuffixEnd(with: $0) })
        == Set(suffixes.compactMap(\.last)))
    #expect(suffixes.map(\.count).max() == LabelAffixes.longestSuffix)
  }
}
