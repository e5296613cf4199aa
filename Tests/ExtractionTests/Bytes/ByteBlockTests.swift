import Testing

@testable import Extraction

@Suite struct ByteBlockTests {
  @Test func `finds the bytes that a look at each one finds`() {
    var generator = SplitMix(seed: 11)
    for position in 0..<100 {
      let text = (0..<200).map { _ in
        UInt8.random(in: Bool.random(using: &generator) ? 0x1E...0x22 : 0...255, using: &generator)
      }
      let block = ByteBlock(text.span, at: position)
      let bytes = text[position..<position + ByteBlock.byteCount]
      #expect(block.mask(of: 0x20) == mask(bytes) { $0 == 0x20 })
      #expect(block.mask(of: 0x20, or: 0x22) == mask(bytes) { $0 == 0x20 || $0 == 0x22 })
      #expect(block.mask(from: 0x21, through: 0xFF) == mask(bytes) { $0 >= 0x21 })
      #expect(block.mask(from: 0x30, through: 0x39) == mask(bytes) { 0x30...0x39 ~= $0 })
      #expect(block.beyondASCII == mask(bytes) { $0 >= 0x80 })
      #expect(block.isASCII == bytes.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func `gathers the highest bits without an instruction for it`() {
    var generator = SplitMix(seed: 12)
    for _ in 0..<1000 {
      var lane = ByteBlock.Lane()
      for index in 0..<16 { lane[index] = UInt8.random(in: 0...255, using: &generator) }
      let expected = mask((0..<16).map { lane[$0] }[...]) { $0 >= 0x80 }
      #expect(ByteBlock.portableHighBits(of: lane) == expected)
    }
  }

  private func mask(_ bytes: ArraySlice<UInt8>, _ isWanted: (UInt8) -> Bool) -> UInt64 {
    bytes.enumerated().reduce(0) { $0 | (isWanted($1.element) ? 1 << UInt64($1.offset) : 0) }
  }
}
