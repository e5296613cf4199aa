import AuditLog
import Cryptography
import Foundation
import ScanModel
import Testing

@Suite struct AuditLogTests {
  private let bench: AuditBench

  init() throws {
    bench = try AuditBench()
  }

  @Test func `what is appended comes back, in order and numbered from 1`() throws {
    let hostile = bench.entry(2, reason: "regel\n\"2\" \\ \u{202E}\u{1F600}\u{E0041} é\u{0}")
    let log = try bench.log()
    try log.append(bench.entry(1))
    try log.append(hostile)
    let records = try log.entries()
    #expect(records.map(\.number) == [1, 2])
    #expect(records.map(\.entry) == [bench.entry(1), hostile])
    #expect(try log.verify().problems.isEmpty)
  }

  @Test func `the head is the number and code of the last line`() throws {
    let log = try bench.log()
    try log.append(bench.entry(1))
    let head = try log.append(bench.entry(2))
    #expect(head.number == 2)
    #expect(try log.verify().head == head)
    #expect(try bench.lines.last?.hasSuffix("\"code\":\"\(head.text.dropFirst(2))\"}") == true)
    #expect(AuditHead(head.text) == head)
    #expect(try log.verify().holds(head))
    #expect(AuditHead("2:00") == nil)
  }

  @Test func `only its owner can read the log and its head, whatever lay there`() throws {
    try bench.fill(1)
    for ending in ["", ".head"] { chmod(bench.url(ending).path(), 0o644) }
    try bench.log().append(bench.entry(2))
    for ending in ["", ".head"] {
      var status = stat()
      #expect(stat(bench.url(ending).path(), &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
    }
  }

  @Test func `a log of another key is refused`() throws {
    try bench.fill(2)
    let other = try #require(ValueHasher(key: [UInt8](repeating: 9, count: 32)))
    #expect(throws: AuditError.otherKey(bench.path)) { try AuditLog(bench.path, hasher: other) }
    try FileManager.default.removeItem(at: bench.url(".head"))
    #expect(throws: AuditError.otherKey(bench.path)) { try AuditLog(bench.path, hasher: other) }
  }

  @Test func `there is nothing to verify where there is no log`() throws {
    let log = try bench.log()
    #expect(throws: AuditError.absent(bench.path)) { try log.verify() }
  }

  @Test(arguments: [1, 20, 200])
  func `half a line is told of, and the next entry removes it`(byteCount: Int) throws {
    try bench.fill(3)
    let whole = try bench.text
    let third = try #require(try bench.lines.last)
    // As after a kill in the middle of the fourth line.
    try bench.replace(text: whole + third.prefix(byteCount))
    let log = try bench.log()
    let verdict = try log.verify()
    #expect(verdict.isIntact)
    #expect(verdict.halfLineByteCount == byteCount)
    try log.append(bench.entry(4))
    #expect(try log.verify().isIntact)
    #expect(try log.verify().halfLineByteCount == 0)
    #expect(try log.entries().last?.entry.facts.last == AuditEntry.Fact("repaired", "half-line"))
    #expect(try bench.text.hasPrefix(whole))
  }

  @Test func `a head that is one line behind is that of a killed run, and is mended`() throws {
    try bench.fill(2)
    let head = try Data(contentsOf: bench.url(".head"))
    try bench.log().append(bench.entry(3))
    try head.write(to: bench.url(".head"))
    #expect(try bench.log().verify().isIntact)
    try bench.log().append(bench.entry(4))
    #expect(try bench.log().verify().isIntact)
    #expect(try bench.log().verify().head?.number == 4)
  }

  @Test func `the first line may lack its head`() throws {
    try bench.fill(1)
    try FileManager.default.removeItem(at: bench.url(".head"))
    #expect(try bench.log().verify().isIntact)
    try bench.log().append(bench.entry(2))
    #expect(try bench.log().verify().head?.number == 2)
  }

  @Test func `many who write at once lose no entry`() async throws {
    let log = try bench.log()
    let entries = (1...40).map { bench.entry($0) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for entry in entries { group.addTask { try log.append(entry) } }
      try await group.waitForAll()
    }
    #expect(try log.verify().isIntact)
    #expect(Set(try log.entries().map(\.entry)) == Set(entries))
  }

  @Test func `a path that is no folder is an error with its number`() throws {
    let path = FilePath("/dev/null/audit.ndjson")
    #expect(throws: AuditError.self) {
      try AuditLog(path, hasher: bench.hasher).append(bench.entry(1))
    }
  }
}
