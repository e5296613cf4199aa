import Testing

@testable import FindingStore

@Suite struct PackedMaskTests {
  @Test(arguments: [
    "•••••••19", "", "•", "••••.••.•19", "•• é ••", "\u{E2}\u{20AC}", "ongemaskerd",
  ])
  func `gives a mask back`(mask: String) {
    var bytes = Array(mask.utf8)
    PackedMask.pack(&bytes)
    #expect(PackedMask.text(bytes) == mask)
  }

  @Test func `takes a byte for each bullet`() {
    var bytes = Array("•••••••19".utf8)
    PackedMask.pack(&bytes)
    #expect(bytes.count == 9)
  }
}
