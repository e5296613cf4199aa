import Glibc
import ScanModel
import Testing

@testable import FindingStore

@Suite struct RunRecorderTests {
  private let bench: StoreBench

  init() throws {
    bench = try StoreBench()
  }

  @Test func `knows a file that has not changed, and all that was found in it`() throws {
    try bench.write("a.txt")
    let finding = MadeUpFindings.finding(at: .line(3, column: 4))
    let first = try bench.begin()
    first.take([finding], in: bench.path("a.txt"))
    first.take(bench.record("a.txt", findings: [finding]))
    try bench.end(first)

    let second = try bench.begin()
    #expect(second.isUnchanged(bench.path("a.txt"), bench.facts()) { false })
    let (found, records) = try bench.recalled(second)
    #expect(found.map(\.place) == [.line(3, column: 4)])
    #expect(found.map { $0.value.revealed } == [finding.value.masked()])
    #expect(records.map(\.provenance.path) == [bench.path("a.txt")])
    #expect(records.map(\.isRecalled) == [true])
    #expect(records.first?.tallies.map(\.count) == [1])
    #expect(records.first?.tallies.first?.examples.map(\.place) == [.line(3, column: 4)])
    try bench.end(second)
    #expect(try bench.history("a.txt") == ["1 - scanned"])
  }

  @Test func `gives the counts without examples where none are shown`() throws {
    try bench.write("a.txt")
    let findings = (0..<9).map { MadeUpFindings.finding($0, confidence: Double($0) / 9) }
    let first = try bench.begin()
    first.take(findings, in: bench.path("a.txt"))
    first.take(bench.record("a.txt", findings: findings))
    try bench.end(first)
    let second = try bench.begin()
    #expect(second.isUnchanged(bench.path("a.txt"), bench.facts()) { false })
    let tallies = try [false, true].flatMap { withExamples in
      try bench.recalled(second, withExamples: withExamples).records.flatMap(\.tallies)
    }
    #expect(tallies.map(\.examples.count) == [0, 5])
    #expect(
      tallies.last?.examples.map(\.value.revealed)
        == findings.suffix(5).map { $0.value.masked() })
    #expect(tallies.map(\.countByLevel) == [tallies[1].countByLevel, tallies[1].countByLevel])
    #expect(tallies.map(\.distinctCount) == [9, 9])
    #expect(tallies.map(\.highestConfidence) == [Confidence(8.0 / 9), Confidence(8.0 / 9)])
  }

  @Test(arguments: [1, 2, 7]) func `tells of each item once, on so many threads`(
    jobCount: Int
  ) throws {
    let names = (0..<5000).map { "\($0).txt" }
    let finding = MadeUpFindings.finding()
    let first = try bench.begin()
    for name in names {
      first.take([finding], in: bench.path(name))
      first.take(bench.record(name, findings: [finding]))
    }
    try bench.end(first)
    let second = try bench.begin()
    // Every seventh has changed.
    for (number, name) in names.enumerated() where number % 7 != 0 {
      #expect(second.isUnchanged(bench.path(name), bench.facts()) { false })
    }
    let (findings, records) = try bench.recalled(second, jobCount: jobCount)
    let unchanged = names.indices.filter { $0 % 7 != 0 }.map { bench.path(names[$0]) }
    #expect(findings.count == unchanged.count)
    #expect(records.count == unchanged.count)
    #expect(Set(records.map(\.provenance.path)) == Set(unchanged))
  }

  @Test func `remembers how many candidates were not reported`() throws {
    try bench.write("a.txt")
    let record = FileRecord(
      provenance: Provenance(path: bench.path("a.txt")), byteCount: 10, contentType: "text",
      outcome: .scanned, suppressedCount: 3, facts: bench.facts(),
      digest: ContentDigest([UInt8](repeating: 4, count: 32)))
    try bench.scan([record])
    let second = try bench.begin()
    #expect(second.isUnchanged(bench.path("a.txt"), bench.facts()) { false })
    #expect(try bench.recalled(second).records.map(\.suppressedCount) == [3])
    let digest = try #require(ContentDigest([UInt8](repeating: 4, count: 32)))
    #expect(try second.examination(of: digest)?.suppressedCount == 3)
  }

  @Test func `keeps what a file was before it changed`() throws {
    try bench.write("a.txt")
    try bench.scan([bench.record("a.txt")])
    let second = try bench.begin()
    let facts = bench.facts(byteCount: 11)
    #expect(!second.isUnchanged(bench.path("a.txt"), facts) { false })
    second.take(bench.record("a.txt", content: 2, facts))
    try bench.end(second)
    #expect(try bench.history("a.txt") == ["1 2 scanned", "2 - scanned"])
  }

  @Test func `says when a file is gone, and when it is back`() throws {
    try bench.write("a.txt")
    try bench.scan([bench.record("a.txt")])
    bench.remove("a.txt")
    try bench.scan([])
    #expect(try bench.history("a.txt") == ["1 2 scanned"])
    #expect(try bench.store.rows("SELECT gone FROM run WHERE id = 2") == ["1"])
    try bench.write("a.txt")
    let third = try bench.begin()
    #expect(!third.isUnchanged(bench.path("a.txt"), bench.facts()) { false })
    third.take(bench.record("a.txt"))
    try bench.end(third)
    #expect(try bench.history("a.txt") == ["1 2 scanned", "3 - scanned"])
    #expect(try bench.count("examination") == 1)
  }

  @Test func `does not say of a file that was left out that it is gone`() throws {
    try bench.write("a.txt")
    try bench.scan([bench.record("a.txt")])
    try bench.scan([])
    #expect(try bench.history("a.txt") == ["1 - scanned"])
  }

  @Test func `says of nothing that it is gone when the run was interrupted`() throws {
    try bench.write("a.txt")
    try bench.scan([bench.record("a.txt")])
    bench.remove("a.txt")
    try bench.end(try bench.begin(), interrupted: true)
    #expect(try bench.history("a.txt") == ["1 - scanned"])
  }

  @Test func `does not say of another device that it is gone`() throws {
    // A share that is not mounted: the folder is there, on another device, and empty.
    try bench.scan([bench.record("a.txt", bench.facts(device: bench.device + 1))])
    try bench.scan([])
    #expect(try bench.history("a.txt") == ["1 - scanned"])
  }

  @Test func `does not say of files under other roots that they are gone`() throws {
    try bench.scan([bench.record("map/a.txt")])
    let other = try bench.begin(roots: [bench.path("elders")])
    try bench.end(other)
    #expect(try bench.history("a.txt") == ["1 - scanned"])
  }

  @Test func `tells of a file that could not be read, and then could`() throws {
    try bench.write("a.txt")
    try bench.scan([bench.unreadable("a.txt")])
    try bench.scan([bench.unreadable("a.txt")])
    #expect(try bench.history("a.txt") == ["1 - not-examined"])
    try bench.scan([bench.record("a.txt")])
    try bench.scan([bench.unreadable("a.txt")])
    #expect(
      try bench.history("a.txt")
        == ["1 3 not-examined", "3 4 scanned", "4 - not-examined"])
  }

  @Test(arguments: [.readError, .changed, .interrupted] as [PartialReason])
  func `reads a file again of which reading ended by chance`(reason: PartialReason) throws {
    try bench.write("a.txt")
    try bench.scan([bench.record("a.txt", outcome: .partial(reason, examinedByteCount: 3))])
    let second = try bench.begin()
    #expect(!second.isUnchanged(bench.path("a.txt"), bench.facts()) { false })
  }

  @Test func `reads nothing again that ended by its content`() throws {
    try bench.write("a.txt")
    try bench.scan([bench.record("a.txt", outcome: .partial(.encrypted, examinedByteCount: 3))])
    let second = try bench.begin()
    #expect(second.isUnchanged(bench.path("a.txt"), bench.facts()) { false })
    #expect(
      try bench.recalled(second).records.map(\.outcome)
        == [.partial(.encrypted, examinedByteCount: 3)])
  }

  @Test func `knows a content under a new path`() throws {
    try bench.write("b.txt")
    let finding = MadeUpFindings.finding()
    let first = try bench.begin()
    first.take([finding], in: bench.path("a.txt"))
    first.take(bench.record("a.txt", content: 3, findings: [finding]))
    try bench.end(first)
    let second = try bench.begin()
    #expect(second.mayHoldContent(ofByteCount: 10))
    #expect(!second.mayHoldContent(ofByteCount: 11))
    let digest = try #require(ContentDigest([UInt8](repeating: 3, count: 32)))
    let known = try #require(try second.examination(of: digest))
    #expect(known.tallies.map(\.count) == [1])
    #expect(try second.holds(finding, in: digest))
    #expect(try !second.holds(MadeUpFindings.finding(8), in: digest))
    #expect(try !second.holds(MadeUpFindings.finding(kind: "rsin"), in: digest))
    second.take(bench.record("b.txt", content: 3, findings: [finding]))
    try bench.end(second)
    #expect(try bench.history("a.txt") == ["1 2 scanned"])
    #expect(try bench.history("b.txt") == ["2 - scanned"])
    #expect(try bench.count("examination") == 1)
  }

  @Test func `knows nothing that another recipe has found`() throws {
    try bench.write("a.txt")
    try bench.scan([bench.record("a.txt", content: 3)])
    let second = try bench.begin(recipe: "other")
    #expect(!second.isUnchanged(bench.path("a.txt"), bench.facts()) { false })
    #expect(!second.mayHoldContent(ofByteCount: 10))
    let digest = try #require(ContentDigest([UInt8](repeating: 3, count: 32)))
    #expect(try second.examination(of: digest) == nil)
  }

  @Test func `lists every name of a file with several`() throws {
    try bench.write("a.txt")
    try bench.write("b.txt")
    let facts = bench.facts(linkCount: 2)
    try bench.scan([bench.record("a.txt", facts), bench.record("b.txt", facts)])
    let second = try bench.begin()
    #expect(second.isUnchanged(bench.path("a.txt"), facts) { false })
    #expect(second.isUnchanged(bench.path("b.txt"), facts) { false })
    #expect(
      try bench.recalled(second).records.map(\.provenance.path)
        == [bench.path("a.txt"), bench.path("b.txt")])
    #expect(try bench.count("content") == 1)
    #expect(try bench.store.rows("SELECT link_count FROM state") == ["2", "2"])
  }

  @Test func `counts values of a path and of a content once`() throws {
    try bench.write("a.txt")
    let finding = MadeUpFindings.finding()
    let inPath = MadeUpFindings.finding(part: [.section(.path)])
    let first = try bench.begin()
    first.take([finding], in: bench.path("a.txt"))
    first.take([inPath], in: bench.path("a.txt"))
    first.take(bench.record("a.txt", findings: [finding], inPath: [inPath]))
    try bench.end(first)
    let second = try bench.begin()
    #expect(second.isUnchanged(bench.path("a.txt"), bench.facts()) { false })
    let record = try #require(try bench.recalled(second).records.first)
    #expect(record.tallies.map(\.count) == [2])
    #expect(record.tallies.map(\.distinctCount) == [1])
  }

  @Test func `goes on with a run that was killed, under its name`() throws {
    try bench.write("a.txt")
    let killed = try bench.begin()
    killed.take(bench.record("a.txt"))
    // Enough for one batch, and nothing that ends the run.
    for number in 0..<1000 { killed.take(bench.record("\(number)", content: 9)) }
    while try bench.count("state") < 1000 { usleep(1000) }
    let next = try bench.begin()
    #expect(next.isContinued)
    #expect(next.name == killed.name)
    #expect(next.isUnchanged(bench.path("a.txt"), bench.facts()) { false })
    try bench.end(next)
    #expect(try bench.begin().isContinued == false)
  }

  @Test func `begins anew where roots or recipe are others`() throws {
    _ = try bench.begin()
    #expect(try bench.begin(recipe: "other").isContinued == false)
    #expect(try bench.begin(roots: [bench.path("map")]).isContinued == false)
  }

  @Test func `reads a database again while its log is there`() throws {
    try bench.write("a.db")
    let record = FileRecord(
      provenance: Provenance(path: bench.path("a.db")), byteCount: 10, contentType: "sqlite",
      outcome: .scanned, facts: bench.facts(),
      digest: ContentDigest([UInt8](repeating: 4, count: 32)))
    try bench.scan([record])
    let second = try bench.begin()
    #expect(!second.isUnchanged(bench.path("a.db"), bench.facts()) { true })
    #expect(second.isUnchanged(bench.path("a.db"), bench.facts()) { false })
  }
}
