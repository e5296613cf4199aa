import Cryptography
import Foundation
import ScanModel
import TestSupport

@testable import FindingStore

/// A store in a folder of its own, and runs that find made-up values in made-up files.
struct TriageBench {
  /// A file as a scan meets it.
  struct File {
    let path: String
    /// What tells its content from others.
    let content: String
    let findings: [Finding]

    init(_ path: String, _ content: String, _ findings: [Finding]) {
      self.path = path
      self.content = content
      self.findings = findings
    }

    /// The time tells contents apart, as it should.
    var facts: FileFacts {
      let time = content.utf8.reduce(Int64(1)) { $0 &* 31 &+ Int64($1) }
      return FileFacts(
        identity: FileIdentity(device: 1, inode: 1), byteCount: content.utf8.count,
        modified: time, changed: time, hardLinkCount: 1)
    }
  }

  static let root = "/vindplaats-made-up-share"

  let folder: TemporaryFolder
  let store: FindingStore

  init() throws {
    folder = try TemporaryFolder()
    store = try Self.store(in: folder, key: "key")
  }

  static func store(in folder: TemporaryFolder, key: String, name: String = "a") throws
    -> FindingStore
  {
    try FindingStore(
      FilePath("\(folder.path)/\(name)/store.sqlite"),
      keyFile: KeyFile(FilePath("\(folder.path)/keys/\(key)")), for: .scan)
  }

  /// Scans the files below the root; what was there before and is not among them is gone.
  @discardableResult
  func scan(
    _ name: String, _ files: [File], root: String = Self.root, ended: Int64 = 100
  ) throws -> DecidedCounts {
    var comparison = ItemComparison()
    comparison.comparesInode = false
    let description = RunDescription(
      name: name, started: ended - 10, toolVersion: "1", options: [],
      roots: ScanRoots([.init(given: FilePath(root), real: FilePath(root))]), recipe: [1],
      recipeText: "", host: "h", user: "u", comparison: comparison)
    let recorder = try RunRecorder(store, description, jobCount: 2) {}
    for file in files {
      let path = FilePath(file.path)
      if recorder.isUnchanged(path, file.facts, hasLog: { false }) { continue }
      var hasher = ContentHasher()
      Array(file.content.utf8).withUnsafeBytes { hasher.update($0) }
      var tallies = FileTallies()
      tallies.count(file.findings)
      recorder.take(file.findings, in: path)
      recorder.take(
        FileRecord(
          provenance: Provenance(path: path), byteCount: file.content.utf8.count,
          contentType: "text", outcome: .scanned, tallies: tallies.byKind, facts: file.facts,
          digest: hasher.digest))
    }
    try recorder.finish(
      RunSummary(
        coverage: Coverage(), findingCounts: [:], fileCounts: [:], suppressedCount: 0,
        wasInterrupted: false, duration: 0),
      at: ended)
    return try recorder.decidedCounts(at: ended)
  }

  @discardableResult
  func decide(
    _ verdict: DecisionVerdict, _ target: DecisionTarget, expires: Int64? = nil
  ) throws -> Decision {
    try store.decide(
      verdict, on: target, reason: "een voorbeeld", author: "fg", made: 50, expires: expires)
  }

  /// Whether any file of the store holds the bytes.
  func holds(_ bytes: [UInt8]) throws -> Bool {
    try ["", "-wal", "-shm"].contains { suffix in
      let path = "\(folder.path)/a/store.sqlite\(suffix)"
      guard FileManager.default.fileExists(atPath: path) else { return false }
      return try Data(contentsOf: URL(filePath: path)).range(of: Data(bytes)) != nil
    }
  }
}

extension Finding {
  static func bsn(_ value: String, line: Int = 1, part: [DocumentPart] = []) -> Finding {
    Finding(
      kind: "bsn", part: part, place: .line(line, column: 1), confidence: Confidence(0.9),
      reasons: [], value: SensitiveText(value), normalized: SensitiveText(value))
  }
}
