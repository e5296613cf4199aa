import FindingStore
import ScanModel
import Testing

@Suite struct RunComparisonTests {
  private let bench: QueryBench

  init() throws {
    bench = try QueryBench()
  }

  private let one = QueryBench.finding("bsn", "999990019")
  private let two = QueryBench.finding("bsn", "999999990", line: 2)

  private func changes() throws -> [FileChange] {
    var changes: [FileChange] = []
    try comparison().eachChange { changes.append($0) }
    return changes
  }

  private func comparison() throws -> RunComparison {
    RunComparison(try bench.run(named: "a1"), try bench.run(named: "b2"), in: bench.store)
  }

  private func writeRuns() throws {
    try bench.run(
      "a1", at: 100,
      [
        QueryBench.File(path: "/srv/same", content: 1, findings: [one]),
        QueryBench.File(path: "/srv/changed", content: 2, findings: [one, one]),
        QueryBench.File(path: "/srv/gone", content: 3, findings: [two]),
        QueryBench.File(path: "/srv/old", content: 4, findings: [one]),
      ])
    try bench.run(
      "b2", at: 200,
      [
        QueryBench.File(path: "/srv/same", content: 1, findings: [one], modified: 77),
        QueryBench.File(path: "/srv/changed", content: 5, findings: [one, two]),
        QueryBench.File(path: "/srv/new", content: 6, findings: [one]),
        QueryBench.File(path: "/srv/moved", content: 4, findings: [one]),
        QueryBench.File(path: "/srv/copied", content: 1, findings: [one]),
      ])
  }

  @Test func `tells new, gone, moved and changed files`() throws {
    try writeRuns()
    let lines = try changes().map { "\($0.path.lossyText) \($0.sort.rawValue)" }
    #expect(
      lines == [
        "/srv/changed changed", "/srv/copied new", "/srv/gone gone", "/srv/moved moved",
        "/srv/new new",
      ])
    #expect(try changes()[3].oldPath == FilePath("/srv/old"))
  }

  @Test func `compares findings by value and as often as they occur`() throws {
    try writeRuns()
    let changes = try changes()
    // Of two equal values one is left, and another came.
    #expect(changes[0].newCounts == ["bsn": 1])
    #expect(changes[0].goneCounts == ["bsn": 1])
    #expect(changes[2].goneCounts == ["bsn": 1])
    #expect(changes[3].newCounts.isEmpty && changes[3].goneCounts.isEmpty)
  }

  @Test func `counts so that before plus new is gone plus now`() throws {
    try writeRuns()
    let trend = try RunTrend(comparison())
    let bsn = try #require(trend.kinds.first)
    #expect([bsn.oldCount, bsn.newCount, bsn.comeCount, bsn.goneCount] == [5, 6, 3, 2])
    #expect(bsn.unchangedCount == 3)
    #expect(bsn.oldCount + bsn.comeCount == bsn.newCount + bsn.goneCount)
    #expect([trend.files.new, trend.files.gone, trend.files.moved] == [2, 1, 1])
    #expect([trend.files.changed, trend.files.unchanged] == [1, 1])
  }

  @Test func `takes runs in any order`() throws {
    try writeRuns()
    let turned = RunComparison(
      try bench.run(named: "b2"), try bench.run(named: "a1"), in: bench.store)
    #expect(turned.old.name == "a1")
  }

  @Test func `tells apart what other patterns find in the same content`() throws {
    try bench.run("a1", at: 1, [QueryBench.File(path: "/srv/a", content: 1, findings: [one])])
    try bench.run(
      "b2", at: 2, recipe: 2,
      [QueryBench.File(path: "/srv/a", content: 1, findings: [one, two])])
    let change = try #require(try changes().first)
    #expect(change.sort == .reexamined)
    #expect(change.newCounts == ["bsn": 1])
    #expect(try RunTrend(comparison()).files.unchanged == 1)
  }

  @Test func `finds the last two runs of the same paths`() throws {
    try writeRuns()
    try bench.run("c3", at: 300, [])
    let pair = try #require(try bench.store.runs().lastPair)
    #expect([pair.old.name, pair.new.name] == ["b2", "c3"])
  }

  @Test func `knows a run by the beginning of its name`() throws {
    try writeRuns()
    try bench.run("a2", at: 300, [])
    let runs = try bench.store.runs()
    #expect(try runs.named("b").name == "b2")
    #expect(throws: RunNameError.ambiguous) { try runs.named("a") }
    #expect(throws: RunNameError.unknown) { try runs.named("x") }
    #expect(throws: RunNameError.unknown) { try runs.named("") }
  }
}
