import ScanModel
import Testing

@testable import FindingStore

@Suite struct DecisionTests {
  private let bench: TriageBench
  private let first = FindingPlace.made(examination: 1)

  init() throws {
    bench = try TriageBench()
  }

  private func file(
    _ name: String, _ content: String, _ values: String..., line: Int = 1
  ) -> TriageBench.File {
    TriageBench.File(
      "\(TriageBench.root)/\(name)", content, values.map { .bsn($0, line: line) })
  }

  @Test func `a decision on a finding is about its value in its file, and no other`() throws {
    let files = [
      file("a.txt", "one", "999990019", "999999990"), file("b.txt", "two", "999990019"),
    ]
    try bench.scan("r1", files)
    try bench.decide(.accepted, .finding(first))
    #expect(try bench.scan("r2", files) == DecidedCounts(accepted: 1, rejected: 0))
  }

  @Test func `a decision on a finding follows its file when it is moved and then changed`() throws {
    try bench.scan("r1", [file("a.txt", "one", "999990019")])
    try bench.decide(.rejected, .finding(first))
    let rejected = DecidedCounts(accepted: 0, rejected: 1)
    #expect(try bench.scan("r2", [file("map/b.txt", "one", "999990019")]) == rejected)
    let changed = file("map/b.txt", "blank line first", "999990019", line: 2)
    #expect(try bench.scan("r3", [changed]) == rejected)
    let movedAgain = file("c.txt", "blank line first", "999990019", line: 2)
    #expect(try bench.scan("r4", [movedAgain]) == rejected)
  }

  @Test func `a decision on a finding survives changed lines at the same path`() throws {
    try bench.scan("r1", [file("a.txt", "one", "999990019")])
    try bench.decide(.accepted, .finding(first))
    let changed = file("a.txt", "two", "999999990", "999990019", line: 7)
    #expect(try bench.scan("r2", [changed]) == DecidedCounts(accepted: 1, rejected: 0))
  }

  @Test func `a decision on a value holds in every file`() throws {
    let files = [file("a.txt", "one", "999990019"), file("b.txt", "two", "999990019", "999992168")]
    try bench.scan("r1", files)
    try bench.decide(.rejected, .value(of: first))
    #expect(try bench.scan("r2", files) == DecidedCounts(accepted: 0, rejected: 2))
  }

  @Test func `a decision on a kind holds below its folder, and not beside it`() throws {
    let files = [
      file("hr/a.txt", "one", "999990019"), file("hr-oud/b.txt", "two", "999999990"),
    ]
    try bench.scan("r1", files)
    try bench.decide(.accepted, .kind("bsn", under: FilePath("\(TriageBench.root)/hr")))
    #expect(try bench.scan("r2", files) == DecidedCounts(accepted: 1, rejected: 0))
  }

  @Test func `the decision on the finding goes before that on the value, and this before the kind`()
    throws
  {
    let files = [
      file("a.txt", "one", "999990019"), file("b.txt", "two", "999990019"),
      file("c.txt", "three", "999999990"),
    ]
    try bench.scan("r1", files)
    try bench.decide(.accepted, .finding(first))
    try bench.decide(.rejected, .value(of: first))
    try bench.decide(.accepted, .kind("bsn", under: FilePath("/")))
    #expect(try bench.scan("r2", files) == DecidedCounts(accepted: 2, rejected: 1))
  }

  @Test func `a decision that has expired or was withdrawn has no effect`() throws {
    let files = [file("a.txt", "one", "999990019")]
    try bench.scan("r1", files)
    try bench.decide(.accepted, .value(of: first), expires: 100)
    #expect(try bench.scan("r2", files, ended: 99) == DecidedCounts(accepted: 1, rejected: 0))
    #expect(try bench.scan("r3", files, ended: 100) == DecidedCounts())
    let decision = try bench.decide(.rejected, .value(of: first))
    #expect(try bench.store.withdraw(decision: decision.id, at: 60))
    #expect(try bench.store.withdraw(decision: decision.id, at: 61) == false)
    #expect(try bench.scan("r4", files) == DecidedCounts())
    #expect(try bench.store.decisions().map(\.withdrawn) == [nil, 60])
  }

  @Test func `there is no decision on a finding that is not there`() throws {
    try bench.scan("r1", [file("a.txt", "one", "999990019")])
    for place in [FindingPlace.made(examination: 1, 2), .made(examination: 2)] {
      #expect(throws: StoreError.self) { try bench.decide(.accepted, .finding(place)) }
    }
    #expect(try bench.store.decisions().isEmpty)
  }

  @Test func `parts are told by their names, without the numbers that shift`() {
    let parts: [DocumentPart] = [.member("a/b%.docx"), .page(3), .section(.footer)]
    #expect(parts.decisionText == "member:a%2Fb%25.docx/page/section:footer")
  }

  // MARK: Exchange

  @Test func `imported decisions are those that were exported, once`() throws {
    let files = [file("a.txt", "one", "999990019")]
    try bench.scan("r1", files)
    try bench.decide(.accepted, .finding(first))
    try bench.decide(.rejected, .kind("bsn", under: FilePath("/elders")), expires: 1_000)
    let text = try bench.store.exportedDecisions()
    let other = try TriageBench.store(in: bench.folder, key: "key", name: "b")
    #expect(try other.importDecisions(Array(text.utf8)) == 2)
    #expect(try other.importDecisions(Array(text.utf8)) == 0)
    #expect(try other.exportedDecisions() == text)
    #expect(try other.decisions() == bench.store.decisions())
  }

  @Test func `decisions under another key are refused, and so is what is no export`() throws {
    let other = try TriageBench.store(in: bench.folder, key: "other", name: "b")
    let text = try other.exportedDecisions()
    #expect(throws: DecisionImportError.otherKey) {
      try bench.store.importDecisions(Array(text.utf8))
    }
    let own = try bench.store.exportedDecisions()
    for (text, line) in [("", 1), ("{}\n", 1), (own + "{\"type\":\"decision\"}\n", 2)] {
      #expect(throws: DecisionImportError.malformed(line: line)) {
        try bench.store.importDecisions(Array(text.utf8))
      }
    }
  }
}
