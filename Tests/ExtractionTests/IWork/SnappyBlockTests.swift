import Testing

@testable import Extraction

@Suite struct SnappyBlockTests {
  private static func unpacked(_ block: [UInt8], limit: Int = 1000) -> (text: String, isWhole: Bool)
  {
    var output = Array("abc".utf8)
    let isWhole = SnappyBlock.unpack(block.span, limit: limit, into: &output)
    return (String(decoding: output[3...], as: UTF8.self), isWhole)
  }

  @Test func `copies literals and what stood before, also over itself`() {
    // "Jan " as a literal; then 8 bytes from 4 before by one byte of distance, 4 by two and 3 by four.
    let block: [UInt8] =
      [19, 3 << 2] + Array("Jan ".utf8) + [4 << 2 | 1, 4] + [3 << 2 | 2, 4, 0]
      + [2 << 2 | 3, 4, 0, 0, 0]
    #expect(Self.unpacked(block) == ("Jan Jan Jan Jan Jan", true))
  }

  @Test func `reads how long a literal is in up to four bytes`() {
    let text = String(repeating: "x", count: 300)
    for size in 1...4 where size > 1 {
      let length = (0..<size).map { UInt8(299 >> (8 * $0) & 0xFF) }
      let block = [0xAC, 0x02, UInt8(59 + size) << 2] + length + Array(text.utf8)
      #expect(Self.unpacked(block) == (text, true))
    }
  }

  @Test(
    arguments: [
      [5, 4 << 2, 0x61, 0x62],  // a literal that is cut
      [4, 1, 1],  // a copy before there is anything
      [4, 0, 0x61, 1, 2],  // of what stands before the block
      [4, 0, 0x61, 1, 0],  // of nothing
      [1, 1 << 2, 0x61, 0x62],  // more than it says
      [9, 0, 0x61],  // less
      [0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0, 0x61],  // more than the limit
      [],
    ] as [[UInt8]])
  func `says so where a block is damaged`(block: [UInt8]) {
    #expect(!Self.unpacked(block).isWhole)
  }
}
