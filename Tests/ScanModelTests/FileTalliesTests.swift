import TestSupport
import Testing

@testable import ScanModel

@Suite struct FileTalliesTests {
  private func finding(
    _ kind: String = "bsn", _ value: String = "123456782", line: Int = 1, confidence: Double = 0.9
  ) -> Finding {
    Finding(
      kind: kind, place: .line(line, column: 1), confidence: Confidence(confidence),
      reasons: [.noCheck], value: SensitiveText(value), normalized: SensitiveText(value))
  }

  private func tallies(_ findings: [Finding]) -> [KindTally] {
    var tallies = FileTallies()
    tallies.count(findings)
    return tallies.byKind
  }

  @Test func `counts each kind by itself, ordered by id, in whatever order they come`() {
    let kinds = ["phone", "bsn", "iban", "bsn", "bsn", "payment-reference", "iban", "phone", "bsn"]
    let tallies = tallies(kinds.map { finding($0) })
    #expect(tallies.map(\.kind) == ["bsn", "iban", "payment-reference", "phone"])
    #expect(tallies.map(\.count) == [4, 2, 1, 2])
  }

  @Test func `counts levels apart and keeps the highest confidence`() {
    let tally = tallies([0.2, 0.49, 0.5, 0.79, 0.8, 0.95].map { finding(confidence: $0) })[0]
    #expect(Confidence.Level.allCases.map { tally.countByLevel[$0] } == [2, 2, 2])
    #expect(tally.countByLevel.total == 6)
    #expect(tally.highestConfidence == Confidence(0.95))
  }

  @Test(arguments: [1, 8, 9, 1_000, 9_999])
  func `tells distinct values apart, up to the limit exactly`(count: Int) {
    let findings = (0..<count).flatMap { [finding("bsn", "\($0)"), finding("bsn", "\($0)")] }
    let tally = tallies(findings)[0]
    #expect(tally.count == 2 * count)
    #expect(tally.distinctCount == count)
    #expect(!tally.distinctIsLowerBound)
  }

  @Test func `says that there may be more distinct values than the limit`() {
    let tally = tallies((0..<12_000).map { finding("bsn", "\($0)") })[0]
    #expect(tally.distinctCount == 10_000)
    #expect(tally.distinctIsLowerBound)
  }

  @Test func `keeps the five surest examples, the first of equals`() {
    let confidences = [0.3, 0.9, 0.3, 0.9, 0.3, 0.9, 0.9, 0.9, 0.9]
    let findings = confidences.enumerated().map { finding(line: $0.offset, confidence: $0.element) }
    let lines = tallies(findings)[0].examples.map(\.place.number).sorted()
    #expect(lines == [1, 3, 5, 6, 7])
  }

  @Test func `forgets the file before`() {
    var tallies = FileTallies()
    tallies.count([finding("bsn"), finding("iban")])
    tallies.removeAll()
    #expect(tallies.byKind.isEmpty)
    tallies.count([finding("iban")])
    #expect(tallies.byKind.map(\.count) == [1])
  }

  @Test func `tells hundreds of kinds apart, in any order`() {
    let kinds = (0..<300).map { "subject/\($0)/name" }
    var tallies = FileTallies()
    for _ in 0..<2 {
      tallies.count((kinds + kinds.reversed()).map { finding($0) })
      #expect(tallies.byKind.map(\.kind) == kinds.sorted())
      #expect(tallies.byKind.allSatisfy { $0.count == 2 })
      tallies = FileTallies(tallies.byKind)
      tallies.count(kinds.map { finding($0) })
      #expect(tallies.byKind.allSatisfy { $0.count == 3 })
      tallies.removeAll()
    }
  }
}

@Suite struct DistinctCountTests {
  @Test func `takes every hash, also 0 and those that fall on one slot`() {
    var distinct = DistinctCount(limit: 1_000)
    let hashes = [0, 1 << 40, 1 << 41, -1, 15, 31, Int.min, Int.max] + (1...200).map { $0 << 12 }
    for hash in hashes { distinct.insert(hashes: [hash]) }
    distinct.insert(hashes: hashes)
    #expect(distinct.count == hashes.count)
  }

  @Test(arguments: [256, 257, 9_999, 10_000])
  func `tells many hashes apart`(hashCount: Int) {
    var generator = SplitMix64(seed: 3)
    let hashes = (0..<hashCount).map { _ in Int.random(in: .min ... .max, using: &generator) }
    var distinct = DistinctCount(limit: 10_000)
    distinct.insert(hashes: hashes + hashes)
    #expect(distinct.count == hashCount)
    #expect(distinct.isFull == (hashCount == 10_000))
  }
}
