import Testing

@testable import FindingStore

@Suite struct ValueEntrySortTests {
  private var state: UInt64 = 1

  private mutating func random(_ limit: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 1) % limit
  }

  private mutating func entries(_ count: Int, keysBelow limit: UInt64) -> [ValueEntry] {
    (0..<count).map { _ in
      ValueEntry(key: Int(random(limit)), examination: Int64(random(1000)))
    }
  }

  @Test(
    arguments: [0, 1, 2, 32, 33, 1000, 70_000, 200_000],
    [UInt64(1), 3, 40, 1 << 40, 1 << 63])
  func `orders entries by key, then by examination`(count: Int, limit: UInt64) {
    var tests = self
    let entries = tests.entries(count, keysBelow: limit)
    var sorted = entries
    sorted.sortByHash()
    #expect(sorted == entries.sorted())
  }

  @Test func `orders the highest and the lowest key`() {
    var entries: [ValueEntry] = []
    for examination: Int64 in 0..<20 {
      entries.append(ValueEntry(key: .max, examination: 19 - examination))
      entries.append(ValueEntry(key: 0, examination: 19 - examination))
    }
    entries.sortByHash()
    let low = (0..<20).map { ValueEntry(key: 0, examination: $0) }
    let high = (0..<20).map { ValueEntry(key: .max, examination: $0) }
    #expect(entries == low + high)
  }
}
