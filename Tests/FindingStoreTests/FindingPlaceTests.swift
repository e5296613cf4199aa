import ScanModel
import Testing

@testable import FindingStore

/// Names of findings lead to one finding each, or say that they do not.
@Suite struct FindingPlaceTests {
  private let bench: QueryBench
  private let bsn = QueryBench.finding("bsn", "999990019")

  init() throws {
    bench = try QueryBench()
  }

  private func listed() throws -> KeptListing {
    let kept = KeptListing()
    let book = try DecisionBook(in: bench.store, at: 0)
    _ = try bench.store.list(FindingQuery(), book, shows: { _ in true }, to: kept)
    return kept
  }

  private func file(_ path: String, _ content: UInt8, inPath: Bool = false) -> QueryBench.File {
    QueryBench.File(
      path: path, content: content, findings: [bsn], pathFindings: inPath ? [bsn] : [])
  }

  @Test func `each name leads to the finding that it was given to`() throws {
    try bench.run(
      "a1", at: 100, [file("/srv/a", 1), file("/srv/b", 2), file("/srv/c", 3, inPath: true)])
    let findings = try listed().findings
    #expect(findings.count == 4)
    #expect(Set(findings.map(\.finding.id)).count == 4)
    let book = try DecisionBook(in: bench.store, at: 0)
    for (path, finding, _) in findings {
      let places = try bench.store.places(of: finding.id)
      #expect(places.count == 1)
      let explained = try bench.store.explanation(of: try #require(places.first), book)
      #expect(explained.finding == finding.finding)
      #expect(explained.files.map(\.path.lossyText) == [path])
    }
  }

  @Test func `a content keeps its names where it moves, and gets others under another recipe`()
    throws
  {
    try bench.run("a1", at: 100, [file("/srv/a", 1)])
    let before = try #require(try listed().findings.first?.finding.id)
    try bench.run("b2", at: 200, [file("/srv/b", 1)])
    #expect(try listed().findings.map(\.finding.id) == [before])
    try bench.run("c3", at: 300, recipe: 2, [file("/srv/b", 1)])
    let after = try #require(try listed().findings.first?.finding.id)
    #expect(after.code != before.code)
    #expect(after.code.digestStart == before.code.digestStart)
    #expect(try bench.store.places(of: before).count == 1)
    #expect(try bench.store.places(of: after).count == 1)
  }

  @Test func `contents that share their letters are told plainly`() throws {
    try bench.run("a1", at: 100, [file("/srv/a", 1), file("/srv/b", 2)])
    try bench.store.execute(
      """
      UPDATE content SET digest = CAST(
        (SELECT substr(digest, 1, 5) FROM content ORDER BY id LIMIT 1) || substr(digest, 6) AS BLOB)
      """)
    let ids = try listed().findings.map(\.finding.id)
    #expect(ids.count == 2)
    #expect(Set(ids).count == 1)
    #expect(try bench.store.places(of: ids[0]).count == 2)
  }

  @Test func `a file whose content is not known is named by its path`() throws {
    let bench = try StoreBench()
    try bench.write("a.txt")
    let finding = MadeUpFindings.finding()
    for _ in 0..<2 {
      let run = try bench.begin()
      run.take([finding], in: bench.path("a.txt"))
      var tallies = FileTallies()
      tallies.count([finding])
      run.take(
        FileRecord(
          provenance: Provenance(path: bench.path("a.txt")), byteCount: 10, contentType: "text",
          outcome: .partial(.changed, examinedByteCount: 5), tallies: tallies.byKind,
          facts: bench.facts()))
      try bench.end(run)
    }
    let kept = KeptListing()
    let book = try DecisionBook(in: bench.store, at: 0)
    _ = try bench.store.list(FindingQuery(), book, shows: { _ in true }, to: kept)
    let id = try #require(kept.findings.first?.finding.id)
    let places = try bench.store.places(of: id)
    #expect(places.count == 1)
    let explained = try bench.store.explanation(of: try #require(places.first), book)
    #expect(explained.files.map(\.path) == [bench.path("a.txt")])
    #expect(try bench.store.places(of: try #require(FindingID("\(id.code).p1"))).isEmpty)
  }
}
