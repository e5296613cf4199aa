import Testing
import Wire

@testable import FindingStore

@Suite struct ValueBlockTests {
  private func entries(first: Int, _ body: [UInt8]) throws -> [ValueEntry] {
    var entries: [ValueEntry] = []
    try ValueBlock.each(first: first, body) {
      entries.append($0)
      return true
    }
    return entries
  }

  @Test func `gives back its entries in their order`() throws {
    let told = [(0, 5), (0, 5_000_000_000), (1, 1), (1 << 62, 7), (.max, 3), (.max, 9)]
      .map { ValueEntry(key: $0, examination: Int64($1)) }
    var block = ValueBlock()
    for entry in told { block.append(entry) }
    #expect(block.first == 0)
    #expect(try entries(first: block.first, block.body) == told)
    block.removeAll()
    #expect(block.isEmpty)
    block.append(told[3])
    #expect(try entries(first: block.first, block.body) == [told[3]])
  }

  @Test func `stays small, whatever its entries`() {
    var block = ValueBlock()
    var key = 0
    while !block.isFull {
      block.append(ValueEntry(key: key, examination: .max))
      key += 1 << 49
    }
    // The last entry takes 18 bytes at most.
    #expect(block.body.count < 2000 + 18)
  }

  @Test(
    arguments: [
      [0x80], [0], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01, 1],
      [5, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 1],
    ] as [[UInt8]])
  func `refuses other bytes`(body: [UInt8]) {
    #expect(throws: WireReader.Mismatch.self) { try entries(first: 1, body) }
  }
}
