import Glibc
import ScanModel
import Testing

@testable import FindingStore

/// Values are listed at the end of a run; until then they are found as well.
@Suite struct ValueIndexTests {
  private let bench: StoreBench
  private let finding = MadeUpFindings.finding()

  init() throws {
    bench = try StoreBench()
    try bench.write("a.txt")
  }

  /// A run that has written a file with the finding, and was killed then.
  private func killedRun() throws -> RunRecorder {
    let run = try bench.begin()
    run.take([finding], in: bench.path("a.txt"))
    run.take(bench.record("a.txt", content: 3, findings: [finding]))
    for number in 0..<1000 { run.take(bench.record("\(number)", content: 9)) }
    while try bench.count("state") < 1000 { usleep(1000) }
    return run
  }

  private func paths(with finding: Finding) throws -> [FilePath] {
    var query = FindingQuery()
    query.values = [bench.store.hash(kind: finding.kind, value: finding.normalized.revealed)]
    let receiver = KeptListing()
    _ = try bench.store.list(
      query, try DecisionBook(in: bench.store, at: 1), shows: { _ in true }, to: receiver)
    return receiver.records.map(\.provenance.path)
  }

  @Test func `finds a value of a run that has not ended`() throws {
    let run = try killedRun()
    #expect(try bench.count("value") == 0)
    let digest = try #require(ContentDigest([UInt8](repeating: 3, count: 32)))
    #expect(try run.holds(finding, in: digest))
    #expect(try !run.holds(MadeUpFindings.finding(8), in: digest))
    #expect(try paths(with: finding) == [bench.path("a.txt")])
    #expect(try paths(with: MadeUpFindings.finding(8)).isEmpty)
  }

  @Test func `lists the values of a run that was killed with the next`() throws {
    _ = try killedRun()
    let next = try bench.begin()
    #expect(next.isContinued)
    #expect(try bench.count("value") == 1)
    try bench.end(next)
    #expect(try bench.count("value") == 1)
    #expect(try bench.store.rows("SELECT count(first_unlisted) FROM store") == ["0"])
    #expect(try paths(with: finding) == [bench.path("a.txt")])
  }
}
