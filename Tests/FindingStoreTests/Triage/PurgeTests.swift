import Cryptography
import ScanModel
import Testing

@testable import FindingStore

@Suite struct PurgeTests {
  private let bench: TriageBench
  private let goes = "999990019"
  private let stays = "999999990"
  private var going: TriageBench.File {
    TriageBench.File("\(TriageBench.root)/weg/kanarie-een.txt", "one", [.bsn(goes)])
  }
  private var staying: TriageBench.File {
    TriageBench.File("\(TriageBench.root)/blijft/kanarie-twee.txt", "two", [.bsn(stays)])
  }

  init() throws {
    bench = try TriageBench()
  }

  /// What the files of the store betray of a file.
  private func traces(of file: TriageBench.File) throws -> [Bool] {
    let finding = try #require(file.findings.first)
    let hash = bench.store.hasher.hash(kind: "bsn", value: finding.normalized.revealed)
    var content = ContentHasher()
    Array(file.content.utf8).withUnsafeBytes { content.update($0) }
    let digest = bench.store.hasher.code(
      of: try #require(content.digest).bytes, for: "content")
    let name = file.path.split(separator: "/").last ?? ""
    // As blocks of findings hold it.
    var mask = Array(finding.value.masked().utf8)
    PackedMask.pack(&mask)
    return try [hash.bytes, digest, Array(name.utf8), mask].map(bench.holds) + [isListed(hash)]
  }

  /// Whether the index of values tells of the value, packed or as the first of a block.
  private func isListed(_ hash: ValueHash) throws -> Bool {
    let key = ValueEntry.key(of: hash)
    let first = (0..<8).map { UInt8(truncatingIfNeeded: key >> (56 - 8 * $0)) }
    return try bench.store.listedEntries().contains { $0.key == key } || bench.holds(first)
  }

  private static let all = [Bool](repeating: true, count: 5)
  private static let none = [Bool](repeating: false, count: 5)

  @Test func `a run goes with what only it knows, to the last byte`() throws {
    try bench.scan("scan-die-weggaat", [going, staying])
    try bench.decide(.accepted, .finding(.made(examination: 1)))
    try bench.scan("r2", [staying])
    #expect(try traces(of: going) == Self.all)
    let counts = try #require(try bench.store.purge(.run("scan-die-weggaat")))
    #expect((counts.runs, counts.items, counts.contents, counts.decisions) == (1, 1, 1, 1))
    #expect(try traces(of: going) == Self.none)
    #expect(try traces(of: staying) == Self.all)
    #expect(try bench.holds(Array("scan-die-weggaat".utf8)) == false)
    try bench.decide(.rejected, .finding(.made(examination: 2)))
    #expect(try bench.scan("r3", [staying]) == DecidedCounts(accepted: 0, rejected: 1))
  }

  @Test func `what a later run knows too stays when the first goes`() throws {
    try bench.scan("r1", [staying])
    try bench.scan("r2", [staying])
    let counts = try #require(try bench.store.purge(.run("r1")))
    #expect((counts.runs, counts.items, counts.contents) == (1, 0, 0))
    #expect(try traces(of: staying) == Self.all)
  }

  @Test func `a folder goes, and all else stays`() throws {
    try bench.scan("r1", [going, staying])
    try bench.decide(.accepted, .finding(.made(examination: 2)))
    let folder = FilePath("\(TriageBench.root)/weg")
    try bench.decide(.accepted, .kind("bsn", under: folder))
    let counts = try #require(try bench.store.purge(.root(folder)))
    #expect((counts.runs, counts.items, counts.contents, counts.decisions) == (0, 1, 1, 1))
    #expect(try traces(of: going) == Self.none)
    #expect(try traces(of: staying) == Self.all)
    #expect(try bench.store.decisions().count == 1)
  }

  @Test func `runs of a root that goes as a whole go with it`() throws {
    try bench.scan("r1", [going], root: "\(TriageBench.root)/weg")
    try bench.scan("r2", [staying], root: "\(TriageBench.root)/blijft")
    let counts = try bench.store.purge(.root(FilePath("\(TriageBench.root)/weg")))
    #expect(counts?.runs == 1)
    #expect(try traces(of: going) == Self.none)
    #expect(try traces(of: staying) == Self.all)
  }

  @Test func `runs that ended before a time go`() throws {
    try bench.scan("r1", [going], ended: 100)
    try bench.scan("r2", [staying], ended: 200)
    let counts = try #require(try bench.store.purge(.endedBefore(200)))
    #expect((counts.runs, counts.items) == (1, 1))
    #expect(try traces(of: going) == Self.none)
    #expect(try traces(of: staying) == Self.all)
  }

  @Test func `everything goes, and the store takes new runs`() throws {
    try bench.scan("r1", [going, staying])
    try bench.decide(.accepted, .value(of: .made(examination: 1)))
    _ = try bench.store.purge(.everything)
    #expect(try traces(of: going) == Self.none)
    #expect(try traces(of: staying) == Self.none)
    #expect(try bench.store.decisions().isEmpty)
    try bench.scan("r2", [staying])
    #expect(try traces(of: staying) == Self.all)
  }

  @Test func `a trial removes nothing, and an unknown run is nil`() throws {
    try bench.scan("r1", [going])
    #expect(try bench.store.purge(.everything, isTrial: true)?.items == 1)
    #expect(try traces(of: going) == Self.all)
    #expect(try bench.store.purge(.run("r9")) == nil)
  }
}
