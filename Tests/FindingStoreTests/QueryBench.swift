import Cryptography
import FindingStore
import ScanModel
import TestSupport

/// A store of its own for one test, and runs that are written into it.
struct QueryBench {
  let folder: TemporaryFolder
  let store: FindingStore
  let root = FilePath("/srv")

  /// A file as a run finds it.
  struct File {
    let path: String
    /// Files with equal contents have equal findings.
    let content: UInt8
    let findings: [Finding]
    var pathFindings: [Finding] = []
    var modified: Int64 = 1_000_000_000
    var userID: UInt32 = 4_000_000_000
  }

  init() throws {
    folder = try TemporaryFolder()
    let base = folder.path.hasSuffix("/") ? String(folder.path.dropLast()) : folder.path
    store = try FindingStore(
      FilePath("\(base)/store/store.sqlite"), keyFile: KeyFile(FilePath("\(base)/key/store.key")),
      for: .scan)
  }

  static func finding(
    _ kind: String, _ value: String, line: Int = 1, confidence: Double = 0.95
  ) -> Finding {
    Finding(
      kind: kind, place: .line(line, column: 1), confidence: Confidence(confidence),
      reasons: [.noCheck], value: SensitiveText(value), normalized: SensitiveText(value))
  }

  /// Writes a whole run in which these files are found and read; all others are gone.
  func run(_ name: String, at time: Int64, recipe: UInt8 = 1, _ files: [File]) throws {
    let description = RunDescription(
      name: name, started: time, toolVersion: "0", options: [],
      roots: ScanRoots([ScanRoots.Root(given: root, real: root)]), recipe: [recipe],
      recipeText: "", host: "", user: "", comparison: Self.comparison)
    let recorder = try RunRecorder(store, description, jobCount: 2) {}
    var coverage = Coverage()
    for file in files {
      recorder.take(file.findings, in: FilePath(file.path))
      recorder.take(file.record)
      coverage.list()
      coverage.end(.scanned, contentType: "text", byteCount: 10)
    }
    try recorder.finish(
      RunSummary(
        coverage: coverage, findingCounts: [:], fileCounts: [:], suppressedCount: 0,
        wasInterrupted: false, duration: 1), at: time + 1)
  }

  func run(named name: String) throws -> StoredRun {
    try store.runs().named(name)
  }

  private static var comparison: ItemComparison {
    var comparison = ItemComparison()
    // The paths are made up, so no file system is known for those that are gone.
    comparison.comparesInode = false
    return comparison
  }
}

extension QueryBench.File {
  fileprivate var record: FileRecord {
    var tallies = FileTallies()
    tallies.count(findings)
    let record = FileRecord(
      provenance: Provenance(path: FilePath(path)), byteCount: 10, contentType: "text",
      outcome: .scanned, tallies: tallies.byKind,
      facts: FileFacts(
        identity: FileIdentity(device: 1, inode: UInt64(abs(path.hashValue))), byteCount: 10,
        modified: modified, changed: modified, hardLinkCount: 1, userID: userID),
      digest: ContentDigest([UInt8](repeating: content, count: 32)))
    return pathFindings.isEmpty ? record : record.adding(pathFindings: pathFindings)
  }
}

/// Keeps what a list gives.
final class KeptListing: ListingReceiver {
  private(set) var findings: [(path: String, finding: ListedFinding, history: FileHistory)] = []
  private(set) var records: [FileRecord] = []
  let isDone = false

  func take(_ findings: [ListedFinding], _ history: FileHistory, in file: Provenance) {
    self.findings += findings.map { (file.path.lossyText, $0, history) }
  }

  func take(_ record: FileRecord) {
    records.append(record)
  }

  /// `path kind id` of each.
  var lines: [String] {
    findings.map { "\($0.path) \($0.finding.finding.kind) \($0.finding.id)" }
  }
}
