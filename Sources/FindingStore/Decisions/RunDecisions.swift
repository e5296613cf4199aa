internal import Foundation
internal import GRDB
internal import Hashing
package import ScanModel

/// What people had decided when a run began, asked of its findings as they come.
package struct RunDecisions: Sendable {
  private let book: DecisionBook
  private let recorder: RunRecorder

  /// nil where nothing is decided at that time.
  package init?(of recorder: RunRecorder, at time: Int64) throws(StoreError) {
    book = try DecisionBook(in: recorder.store, at: time)
    guard !book.isEmpty else { return nil }
    self.recorder = recorder
  }

  // MARK: Findings that come from the store

  /// The findings with what was decided about them or their values.
  func findings(
    _ stored: [StoredFinding], item: Int64?, content: Int64?
  ) -> [Finding] {
    stored.map { finding in
      let decision = book.decision(
        finding.kind, finding.hash, finding.part, item: item, content: content)
      return finding.finding(decided: decision?.verdict)
    }
  }

  // MARK: Findings of files

  /// Whether what was decided about some of them cannot be told before the content of their file is
  /// known.
  package func dependOnContent(_ findings: [Finding]) -> Bool {
    var message: [UInt8] = []
    return findings.contains { finding in
      hash(of: finding, &message).map { book.decidesSingles(finding.kind, $0) } ?? false
    }
  }

  /// The findings with what was decided about them, their values or, in this file, their kinds.
  ///
  /// Those from the store have the former already. `digest` is that of the content of the file, where it
  /// is known.
  package func decided(
    _ findings: [Finding], in path: FilePath, _ digest: ContentDigest?
  ) throws(StoreError) -> [Finding] {
    let path = recorder.description.roots.real(path)
    let (item, content) =
      dependOnContent(findings)
      ? try recorder.store.numbers(of: path, digest) : (item: nil, content: nil)
    var message: [UInt8] = []
    return findings.map { finding in
      let ofValue = hash(of: finding, &message).flatMap { hash in
        book.decision(finding.kind, hash, finding.part, item: item, content: content)?.verdict
      }
      return finding.decided(
        finding.decision ?? ofValue ?? book.decision(onKind: finding.kind, in: path)?.verdict)
    }
  }

  /// nil for a value that is not known, or of a kind about whose values nothing was decided.
  private func hash(of finding: Finding, _ message: inout [UInt8]) -> ValueHash? {
    guard !finding.value.isMask, book.decidesValues(of: finding.kind) else { return nil }
    return recorder.store.hasher.hash(
      kind: finding.kind, value: finding.normalized, in: &message)
  }
}

extension FindingStore {
  /// Under which numbers the tables know a path and a content.
  func numbers(
    of path: FilePath, _ digest: ContentDigest?
  ) throws(StoreError) -> (item: Int64?, content: Int64?) {
    try read { database in
      let item = try Int64.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT item.id FROM item JOIN folder ON folder.id = folder
            WHERE folder.path = ? AND name = ?
            """), arguments: [Data(path.folder.bytes), Data(path.name)])
      let content = try digest.flatMap { digest in
        try Int64.fetchOne(
          database.cachedStatement(sql: "SELECT id FROM content WHERE digest = ?"),
          arguments: [Data(self.hasher.code(of: digest))])
      }
      return (item, content)
    }
  }
}
