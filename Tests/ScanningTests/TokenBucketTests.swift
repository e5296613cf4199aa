import Testing

@testable import Scanning

@Suite struct TokenBucketTests {
  private static let second: UInt64 = 1_000_000_000
  private var bucket = TokenBucket(bytesPerSecond: 1_000, at: 5 * second)

  @Test mutating func `grants a quarter of a second at once`() {
    #expect(bucket.take(250, at: 5 * Self.second) == 0)
    #expect(bucket.take(1, at: 5 * Self.second) == 1_000_000)
  }

  @Test mutating func `asks to wait for all that was taken and not granted`() {
    #expect(bucket.take(2_250, at: 5 * Self.second) == 2 * Self.second)
    #expect(bucket.take(500, at: 6 * Self.second) == 3 * Self.second / 2)
    #expect(bucket.take(0, at: 8 * Self.second) == 0)
  }

  @Test mutating func `does not save up what was not used`() {
    #expect(bucket.take(250, at: 100 * Self.second) == 0)
    #expect(bucket.take(100, at: 100 * Self.second) == Self.second / 10)
  }

  @Test mutating func `grants the rate and no more, however small the steps`() {
    // 10 seconds in steps of a millisecond: 10,000 bytes, and the 250 of the beginning.
    var now = 5 * Self.second
    var count = 0
    for _ in 0..<10_000 {
      while bucket.take(1, at: now) == 0 { count += 1 }
      now += 1_000_000
      count += 1
    }
    #expect((10_240...10_260).contains(count))
  }

  @Test mutating func `asks for no longer than a clock can count`() {
    #expect(bucket.take(.max, at: 5 * Self.second) == 1_000_000_000_000_000_000)
  }

  @Test mutating func `a clock of another thread that is behind changes nothing`() {
    #expect(bucket.take(250, at: 6 * Self.second) == 0)
    #expect(bucket.take(1, at: 5 * Self.second) == 1_000_000)
  }
}
