import Cryptography
import FindingStore
import ScanModel
import Testing

@Suite struct FindingListingTests {
  private let bench: QueryBench

  init() throws {
    bench = try QueryBench()
  }

  private func list(
    _ query: FindingQuery, shows: (Decision?) -> Bool = { $0 == nil }
  ) throws -> (kept: KeptListing, totals: ListingTotals) {
    let kept = KeptListing()
    let book = try DecisionBook(in: bench.store, at: 2_000_000_000)
    return (kept, try bench.store.list(query, book, shows: shows, to: kept))
  }

  private func writeTwoRuns() throws {
    let bsn = QueryBench.finding("bsn", "999990019")
    try bench.run(
      "a1", at: 100,
      [
        QueryBench.File(
          path: "/srv/a/z.txt", content: 1,
          findings: [bsn, QueryBench.finding("iban", "X", line: 2, confidence: 0.6)]),
        QueryBench.File(path: "/srv/a.txt", content: 2, findings: [bsn], userID: 7),
        QueryBench.File(
          path: "/srv/999990019.txt", content: 3, findings: [], pathFindings: [bsn]),
      ])
    try bench.run(
      "b2", at: 200,
      [
        QueryBench.File(path: "/srv/a/z.txt", content: 4, findings: [bsn], modified: 5_000_000_000),
        QueryBench.File(
          path: "/srv/999990019.txt", content: 3, findings: [], pathFindings: [bsn]),
      ])
  }

  @Test func `orders files by the bytes of their whole paths`() throws {
    try writeTwoRuns()
    var query = FindingQuery()
    query.moment = .run(try bench.run(named: "a1"))
    let paths = try list(query).kept.records.map(\.provenance.path.lossyText)
    // `.` comes before `/`.
    #expect(paths == ["/srv/999990019.txt", "/srv/a.txt", "/srv/a/z.txt"])
  }

  @Test func `lists what is there now, with its findings in paths`() throws {
    try writeTwoRuns()
    let (kept, totals) = try list(FindingQuery())
    #expect(kept.findings.map(\.path) == ["/srv/999990019.txt", "/srv/a/z.txt"])
    #expect(kept.findings.map(\.finding.id.isInPath) == [true, false])
    #expect(totals.coverage.listedCount == 2)
    #expect(totals.findingCounts["bsn"]?.total == 2)
  }

  @Test func `lists what is gone or was replaced`() throws {
    try writeTwoRuns()
    var query = FindingQuery()
    query.moment = .gone
    let kept = try list(query).kept
    #expect(kept.findings.map(\.path) == ["/srv/a.txt", "/srv/a/z.txt", "/srv/a/z.txt"])
    #expect(kept.findings.allSatisfy { $0.history.gone?.run == "b2" })
  }

  @Test func `does not count a content as gone that came back under a new time`() throws {
    let file = QueryBench.File(
      path: "/srv/a", content: 1, findings: [QueryBench.finding("bsn", "999990019")])
    var touched = file
    touched.modified = 9
    try bench.run("a1", at: 100, [file])
    try bench.run("b2", at: 200, [touched])
    var query = FindingQuery()
    query.moment = .gone
    #expect(try list(query).kept.findings.isEmpty)
  }

  @Test func `says when a file was seen`() throws {
    try writeTwoRuns()
    let history = try #require(try list(FindingQuery()).kept.findings.last?.history)
    #expect(history.first == FileHistory.Sighting(run: "a1", time: 100))
    #expect(history.last == FileHistory.Sighting(run: "b2", time: 200))
    #expect(history.gone == nil)
    #expect(history.owner == "4000000000")
  }

  @Test func `keeps to kind, level, path, owner and age`() throws {
    try writeTwoRuns()
    let first = FindingQuery.Moment.run(try bench.run(named: "a1"))
    let changes: [(inout FindingQuery) -> Void] = [
      { $0.kinds = ["iban"] }, { $0.minimumLevel = .high }, { $0.paths = [FilePath("/srv/a")] },
      { $0.owner = "7" }, { $0.changedBefore = 1 }, { $0.matchesPath = { $0.bytes.last == 0 } },
    ]
    let counts = try changes.map { change in
      var query = FindingQuery()
      query.moment = first
      change(&query)
      return try list(query).kept.findings.count
    }
    #expect(counts == [1, 3, 2, 1, 0, 0])
  }

  @Test func `finds a value in contents and in paths`() throws {
    try writeTwoRuns()
    var query = FindingQuery()
    query.values = [bench.store.hash(kind: "bsn", value: "999990019")]
    #expect(try list(query).kept.findings.map(\.path) == ["/srv/999990019.txt", "/srv/a/z.txt"])
    query.values = [bench.store.hash(kind: "iban", value: "999990019")]
    let (kept, totals) = try list(query)
    #expect(kept.findings.isEmpty && totals.coverage.listedCount == 0)
  }

  @Test func `counts values that are told apart`() throws {
    let values = ["999990019", "999999990", "999990019"]
    try bench.run(
      "a1", at: 100,
      [
        QueryBench.File(
          path: "/srv/a", content: 1,
          findings: values.enumerated().map { QueryBench.finding("bsn", $1, line: $0 + 1) })
      ])
    let record = try #require(try list(FindingQuery()).kept.records.first)
    #expect(record.tallies.first?.count == 3)
    #expect(record.tallies.first?.distinctCount == 2)
    #expect(record.history?.findingIDs["bsn"]?.hasSuffix(".1") == true)
  }

  @Test func `numbers findings over all blocks of a content`() throws {
    let findings = (1...9000).map { QueryBench.finding("bsn", "\($0)", line: $0) }
    try bench.run("a1", at: 100, [QueryBench.File(path: "/srv/a", content: 1, findings: findings)])
    let kept = try list(FindingQuery()).kept
    #expect(kept.findings.map(\.finding.id.ordinal) == Array(1...9000))
    let book = try DecisionBook(in: bench.store, at: 0)
    let id = kept.findings[8999].finding.id
    let place = try #require(try bench.store.places(of: id).first)
    let explained = try bench.store.explanation(of: place, book)
    #expect(explained.finding.place == .line(9000, column: 1))
    let beyond = try #require(FindingID("\(id.code).9001"))
    #expect(try bench.store.places(of: beyond).isEmpty)
  }
}
