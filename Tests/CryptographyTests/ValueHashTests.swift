import Cryptography
import Testing

@Suite struct ValueHashTests {
  @Test func `gives its bytes back`() throws {
    let bytes = (0..<16).map { UInt8(255 - 13 * $0) }
    #expect(try #require(ValueHash(bytes)).bytes == bytes)
  }

  @Test(arguments: [0, 15, 17, 32])
  func `takes 16 bytes only`(count: Int) {
    #expect(ValueHash([UInt8](repeating: 1, count: count)) == nil)
  }

  @Test(arguments: [0, 7, 8, 15])
  func `is ordered as its bytes are`(place: Int) throws {
    let low = [UInt8](repeating: 0x80, count: 16)
    var high = low
    high[place] = 0xFF
    #expect(try #require(ValueHash(low)) < #require(ValueHash(high)))
  }
}
