import Cryptography
import Glibc
import ScanModel
import Synchronization
import TestSupport
import Testing

@testable import FindingStore

/// A store in a folder of its own beside a made-up share, and scans of it that are told by hand.
struct StoreBench {
  let folder: TemporaryFolder
  let store: FindingStore
  let root: FilePath

  init() throws {
    folder = try TemporaryFolder()
    mkdir("\(folder.path)/share", 0o700)
    root = FilePath("\(folder.path)/share")
    store = try FindingStore(
      FilePath("\(folder.path)/store/store.sqlite"),
      keyFile: KeyFile(FilePath("\(folder.path)/keys/key")), for: .scan)
  }

  func begin(
    recipe: String = "recipe", roots: [FilePath]? = nil,
    comparison: ItemComparison = ItemComparison()
  ) throws -> RunRecorder {
    try RunRecorder(
      store,
      RunDescription(
        name: "run \(UInt64.random(in: 0...UInt64.max))", started: 1, toolVersion: "1",
        options: [], roots: ScanRoots((roots ?? [root]).map { .init(given: $0, real: $0) }),
        recipe: Array(recipe.utf8), recipeText: recipe, host: "host", user: "user",
        comparison: comparison),
      jobCount: 2
    ) {}
  }

  func path(_ name: String) -> FilePath { root.appending(Array(name.utf8)) }

  /// Makes the file, which the store asks for before it says that one is gone.
  func write(_ name: String) throws { try folder.write("x", to: "share/\(name)") }

  func remove(_ name: String) { unlink(path(name).cString) }

  /// The device of the share.
  var device: UInt64 {
    var status = stat()
    return stat(root.cString, &status) == 0 ? UInt64(status.st_dev) : 0
  }

  func facts(
    device: UInt64? = nil, inode: UInt64 = 1, byteCount: Int = 10, changed: Int64 = 1,
    linkCount: Int = 1
  ) -> FileFacts {
    FileFacts(
      identity: FileIdentity(device: device ?? self.device, inode: inode), byteCount: byteCount,
      modified: 1, changed: changed, hardLinkCount: linkCount, mode: 0o100644)
  }

  /// A file that was read; its digest is made of `content`.
  func record(
    _ name: String, content: UInt8 = 1, _ facts: FileFacts? = nil, findings: [Finding] = [],
    inPath: [Finding] = [], outcome: Outcome = .scanned
  ) -> FileRecord {
    var tallies = FileTallies()
    tallies.count(findings)
    let record = FileRecord(
      provenance: Provenance(path: path(name)), byteCount: (facts ?? self.facts()).byteCount,
      contentType: "text", outcome: outcome, tallies: tallies.byKind,
      facts: facts ?? self.facts(),
      digest: ContentDigest([UInt8](repeating: content, count: 32)))
    return inPath.isEmpty ? record : record.adding(pathFindings: inPath)
  }

  func unreadable(_ name: String) -> FileRecord {
    FileRecord(
      provenance: Provenance(path: path(name)), byteCount: 0, contentType: "",
      outcome: .notExamined(.unreadable(EACCES)))
  }

  func end(_ run: RunRecorder, interrupted: Bool = false) throws {
    try run.finish(
      RunSummary(
        coverage: Coverage(), findingCounts: [:], fileCounts: [:], suppressedCount: 0,
        wasInterrupted: interrupted, duration: 1),
      at: 2)
  }

  /// A run that reads the files that `records` tell of.
  @discardableResult
  func scan(_ records: [FileRecord]) throws -> RunRecorder {
    let run = try begin()
    for record in records { run.take(record) }
    try end(run)
    return run
  }

  /// What the store recalls of a run in which these were found unchanged.
  func recalled(
    _ run: RunRecorder, jobCount: Int = 1, withExamples: Bool = true
  ) throws -> (findings: [Finding], records: [FileRecord]) {
    let findings = Mutex<[Finding]>([])
    let records = Mutex<[FileRecord]>([])
    try run.recallUnchanged(
      jobCount: jobCount, withFindings: true, withExamples: withExamples
    ) { batch, _ in
      findings.withLock { $0 += batch }
    } record: { record in
      records.withLock { $0.append(record) }
    }
    return (findings.withLock { $0 }, records.withLock { $0 })
  }

  /// The states of an item as `first run, run in which it was otherwise or gone, outcome`.
  func history(_ name: String) throws -> [String] {
    try store.rows(
      """
      SELECT first_run || ' ' || coalesce(until_run, '-') || ' ' || outcome
      FROM state JOIN item ON item.id = state.item
        JOIN examination ON examination.id = state.examination
      WHERE name = CAST(? AS BLOB) ORDER BY state.id
      """, name)
  }

  func count(_ table: String) throws -> Int {
    Int(try store.rows("SELECT count(*) FROM \(table)").first ?? "") ?? -1
  }
}
