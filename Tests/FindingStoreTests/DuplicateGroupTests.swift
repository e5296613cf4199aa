import ScanModel
import Testing

@testable import FindingStore

@Suite struct DuplicateGroupTests {
  private let bench: QueryBench
  private let one = QueryBench.finding("bsn", "999990019")

  init() throws {
    bench = try QueryBench()
  }

  private func groups() throws -> [[String]] {
    var groups: [[String]] = []
    try bench.store.eachDuplicateGroup { groups.append($0.paths.map(\.lossyText)) }
    return groups
  }

  @Test func `names equal contents with personal data, most findings times copies first`() throws {
    try bench.run(
      "a1", at: 1,
      [
        QueryBench.File(path: "/srv/a1", content: 1, findings: [one]),
        QueryBench.File(path: "/srv/a2", content: 1, findings: [one]),
        QueryBench.File(path: "/srv/b1", content: 2, findings: [one, one]),
        QueryBench.File(path: "/srv/b2", content: 2, findings: [one, one]),
        QueryBench.File(path: "/srv/clean1", content: 3, findings: []),
        QueryBench.File(path: "/srv/clean2", content: 3, findings: []),
        QueryBench.File(path: "/srv/alone", content: 4, findings: [one]),
      ])
    #expect(try groups() == [["/srv/b1", "/srv/b2"], ["/srv/a1", "/srv/a2"]])
  }

  @Test func `leaves out copies that are gone`() throws {
    let first = QueryBench.File(path: "/srv/a1", content: 1, findings: [one])
    let second = QueryBench.File(path: "/srv/a2", content: 1, findings: [one])
    try bench.run("a1", at: 1, [first, second])
    try bench.run("b2", at: 2, [first])
    #expect(try groups().isEmpty)
  }

  @Test func `knows the other files with a value`() throws {
    try bench.run(
      "a1", at: 1,
      [
        QueryBench.File(path: "/srv/a1", content: 1, findings: [one]),
        QueryBench.File(path: "/srv/a2", content: 1, findings: [one]),
        QueryBench.File(path: "/srv/b", content: 2, findings: [one]),
      ])
    let book = try DecisionBook(in: bench.store, at: 0)
    let explained = try bench.store.explanation(of: .made(examination: 1), book)
    #expect(explained.files.map(\.path.lossyText) == ["/srv/a1", "/srv/a2"])
    #expect(explained.otherPaths == [FilePath("/srv/b")])
    #expect(explained.otherCount == 1)
  }
}
