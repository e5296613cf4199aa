import ScanModel
import Testing
import Wire

@testable import FindingStore

@Suite struct PackedTalliesTests {
  private static let tallies = [
    KindTally(
      kind: "bsn", countByLevel: LevelCounts(low: 1, medium: 2, high: 70_000),
      highestConfidence: Confidence(0.97), distinctCount: 10_000, examples: []),
    KindTally(
      kind: "date-of-birth", countByLevel: LevelCounts(low: 3, medium: 0, high: 0),
      highestConfidence: Confidence(0.3), distinctCount: 2, examples: []),
  ]

  @Test func `gives tallies back`() throws {
    let back = try PackedTallies(PackedTallies.pack(Self.tallies)).tallies
    #expect(back.map(\.kind) == ["bsn", "date-of-birth"])
    #expect(back.map(\.countByLevel) == Self.tallies.map(\.countByLevel))
    #expect(back.map(\.highestConfidence) == Self.tallies.map(\.highestConfidence))
    #expect(back.map(\.distinctCount) == [10_000, 2])
    #expect(back.map(\.distinctIsLowerBound) == [true, false])
    #expect(try PackedTallies([]).tallies.isEmpty)
  }

  @Test func `gives each tally its examples in their order`() throws {
    let findings = [
      3: MadeUpFindings.finding(1, at: .line(9, column: 1)),
      70_000: MadeUpFindings.finding(2, at: .line(4, column: 1)),
      0: MadeUpFindings.finding(kind: "date-of-birth", 3, at: .line(7, column: 1)),
    ]
    let packed = PackedTallies.pack(Self.tallies) { $0 == "bsn" ? [70_000, 3, 5] : [0] }
    let back = try PackedTallies(packed, withOrdinals: true)
    #expect(back.ordinals == [[70_000, 3, 5], [0]])
    #expect(
      back.tallies(with: findings).map { $0.examples.map(\.place.number) } == [[4, 9], [7]])
  }

  @Test func `gives the counts alone where no examples are wanted`() throws {
    let packed = PackedTallies.pack(Self.tallies) { $0 == "bsn" ? [70_000, 3, 5] : [0] }
    let counts = try PackedTallies(packed)
    #expect(counts.tallies.map(\.countByLevel) == Self.tallies.map(\.countByLevel))
    #expect(counts.ordinals.isEmpty)
  }

  @Test func `refuses tallies that break off`() {
    let bytes = PackedTallies.pack(Self.tallies)
    let whole = PackedTallies.pack(Array(Self.tallies.prefix(1))).count
    for count in 1..<bytes.count where count != whole {
      #expect(throws: WireReader.Mismatch.self) {
        try PackedTallies(Array(bytes[..<count]))
      }
    }
  }
}
