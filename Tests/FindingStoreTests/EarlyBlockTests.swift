import Glibc
import ScanModel
import Testing

@testable import FindingStore

/// Files with so many findings that these are written before the end of the file.
@Suite struct EarlyBlockTests {
  private static let count = 120_000
  private let bench: StoreBench

  init() throws {
    bench = try StoreBench()
    try bench.write("a.csv")
  }

  /// Tells of many findings, each of a value of its own and with a part of some length.
  private func tell(_ run: RunRecorder, of name: String = "a.csv") {
    for start in stride(from: 0, to: Self.count, by: 4000) {
      run.take(
        (start..<start + 4000).map {
          MadeUpFindings.finding(
            $0, part: [.member("een lange naam van een bestand \($0)")],
            at: .line($0 + 1, column: 1))
        }, in: bench.path(name))
    }
  }

  @Test func `gives all of them back in their order`() throws {
    let run = try bench.begin()
    tell(run)
    run.take(bench.record("a.csv"))
    try bench.end(run)
    let examination = try #require(
      Int64(try bench.store.rows("SELECT examination FROM state").first ?? ""))
    var places: [Int] = []
    try bench.store.eachFindings(of: examination) { places += $0.map(\.place.number) }
    #expect(places == Array(1...Self.count))
    #expect(
      try bench.store.rows("SELECT first FROM finding_block ORDER BY number").compactMap { Int($0) }
        == Array(stride(from: 0, to: Self.count, by: 4096)))
    #expect(try bench.store.listedEntries().count == Self.count)
  }

  @Test func `removes those of a file whose end never came`() throws {
    let killed = try bench.begin()
    tell(killed)
    while try bench.count("finding_block") == 0 { usleep(1000) }
    let next = try bench.begin()
    #expect(next.isContinued)
    tell(next)
    next.take(bench.record("a.csv"))
    try bench.end(next)
    try expectNoLooseBlocks()
    #expect(try bench.store.listedEntries().count == Self.count)
  }

  @Test func `keeps one set of them for two files of one content`() throws {
    try bench.write("b.csv")
    let run = try bench.begin()
    tell(run)
    run.take(bench.record("a.csv"))
    tell(run, of: "b.csv")
    run.take(bench.record("b.csv"))
    try bench.end(run)
    try expectNoLooseBlocks()
    #expect(try bench.store.listedEntries().count == Self.count)
  }

  @Test(arguments: [.interrupted, .vanished] as [NotExaminedReason])
  func `keeps none of a file that came to nothing`(reason: NotExaminedReason) throws {
    let run = try bench.begin()
    tell(run)
    run.take(
      FileRecord(
        provenance: Provenance(path: bench.path("a.csv")), byteCount: 10, contentType: "csv",
        outcome: .notExamined(reason)))
    try bench.end(run, interrupted: true)
    try expectNoLooseBlocks()
    #expect(try bench.store.listedEntries().count == 0)
  }

  @Test func `writes nothing of what came from the store`() throws {
    let first = try bench.begin()
    tell(first)
    first.take(bench.record("a.csv"))
    try bench.end(first)
    let second = try bench.begin()
    #expect(second.isUnchanged(bench.path("a.csv"), bench.facts()) { false })
    try second.recallUnchanged(jobCount: 1, withFindings: true, withExamples: false) {
      findings, file in
      second.take(findings, in: file.path)
    } record: {
      second.take($0)
    }
    try bench.end(second)
    try expectNoLooseBlocks()
    #expect(try bench.store.listedEntries().count == Self.count)
  }

  private func expectNoLooseBlocks() throws {
    #expect(
      try bench.count("finding_block WHERE examination NOT IN (SELECT id FROM examination)") == 0)
  }
}
