internal import Cryptography
internal import Foundation
internal import GRDB
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

  /// The findings with what was decided about their values or, in this file, their kinds; nil where
  /// some was decided about single ones, which cannot be told before the content of the file is known.
  package func decided(_ findings: [Finding], in path: FilePath) -> [Finding]? {
    let path = recorder.description.roots.real(path)
    var message: [UInt8] = []
    var decided: [Finding] = []
    decided.reserveCapacity(findings.count)
    for finding in findings {
      let hash = hash(of: finding, &message)
      if let hash, book.decidesSingles(finding.kind, hash) { return nil }
      decided.append(self.decided(finding, hash, in: path))
    }
    return decided
  }

  /// The findings with what was decided about them, their values or, in this file, their kinds.
  ///
  /// `digest` is that of the content of the file, where it is known.
  package func decided(
    _ findings: [Finding], in path: FilePath, of digest: ContentDigest?
  ) throws(StoreError) -> [Finding] {
    let path = recorder.description.roots.real(path)
    let (item, content) = try recorder.store.numbers(of: path, digest)
    var message: [UInt8] = []
    return findings.map { finding in
      decided(finding, hash(of: finding, &message), in: path, item: item, content: content)
    }
  }

  /// What was decided about a finding from the store it has already.
  private func decided(
    _ finding: Finding, _ hash: ValueHash?, in path: FilePath, item: Int64? = nil,
    content: Int64? = nil
  ) -> Finding {
    let ofValue = hash.flatMap { hash in
      book.decision(finding.kind, hash, finding.part, item: item, content: content)?.verdict
    }
    return finding.decided(
      finding.decision ?? ofValue ?? book.decision(onKind: finding.kind, in: path)?.verdict)
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
