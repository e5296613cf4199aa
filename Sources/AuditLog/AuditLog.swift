package import Cryptography
package import ScanModel

/// A log of what was done with the data of people, that nobody can change unseen who has not its key.
///
/// A line of NDJSON for each entry; its code is an HMAC over its number, its content and the code of the
/// line before it. A small file beside the log holds its head, the number and code of the last line, so
/// that a cut end is seen as well. A line is on the disk before its head is: a run that is killed in
/// between leaves a head that is one line behind, and never one that is ahead.
///
/// Who can put back an older log *and* its older head is not found out by this: that is what the heads
/// in reports are for.
package struct AuditLog: Sendable {
  package let path: FilePath
  private let lines: AuditLines

  /// Refuses a log of another key at once; one that is not there yet is made by the first entry.
  package init(_ path: FilePath, hasher: ValueHasher) throws(AuditError) {
    self.path = path
    lines = AuditLines(hasher: hasher)
    do throws(AuditError) {
      _ = try verify()
    } catch .absent {
      return
    }
  }

  /// Appends a line and brings it to the disk; returns the head that this gives.
  ///
  /// Makes the log where there is none. Removes what a broken-off writing left behind the last line,
  /// and says so in the facts of the entry. Refuses a log whose end was changed or cut.
  @discardableResult
  package func append(_ entry: AuditEntry) throws(AuditError) -> AuditHead {
    let file = try AuditFile(path, for: .append)
    let text = try file.contents()
    let verdict = try verdict(of: text, head: try file.head())
    if let problem = verdict.problems.first(where: { $0.isOfEnd(verdict.lineCount) }) {
      throw .broken(path, problem)
    }
    // A head that lags is mended first, so that it never lags by more than one line.
    if let head = verdict.head { try file.replaceHead(lines.text(of: head)) }
    var entry = entry
    if verdict.halfLineByteCount > 0 {
      entry = entry.adding(AuditEntry.Fact("repaired", "half-line"))
    }
    let line = lines.line(entry, after: verdict.head)
    guard let record = lines.record(line) else {
      preconditionFailure("a line that was just made has the form of one")
    }
    try file.append(line.bytes + [0x0A], behind: text.count - verdict.halfLineByteCount)
    try file.replaceHead(lines.text(of: record.head))
    return record.head
  }

  /// Checks every line and the head.
  package func verify() throws(AuditError) -> AuditVerdict {
    let file = try AuditFile(path, for: .read)
    return try verdict(of: try file.contents(), head: try file.head())
  }

  /// The lines that are as they were written, in the order of their numbers.
  package func entries() throws(AuditError) -> [AuditRecord] {
    try verify().records
  }

  private func verdict(
    of text: [UInt8], head: [UInt8]?
  ) throws(AuditError) -> AuditVerdict {
    var check = AuditCheck(lines)
    let verdict = check.verdict(of: text, headText: head)
    let keyID = head.flatMap { lines.head($0)?.keyID }
    let isOfOtherKey =
      keyID.map { $0 != lines.hasher.keyID } ?? (verdict.records.isEmpty && verdict.lineCount > 0)
    if isOfOtherKey { throw .otherKey(path) }
    return verdict
  }
}

extension AuditProblem {
  /// Whether it leaves open after which line the next one goes.
  fileprivate func isOfEnd(_ lineCount: Int) -> Bool {
    switch self {
    case .cut, .headMissing, .headChanged, .headBehind, .headOther: true
    case .changed(let line), .added(let line), .foreign(let line): line == lineCount
    case .swapped, .missing: false
    }
  }
}

extension AuditEntry {
  fileprivate func adding(_ fact: Fact) -> AuditEntry {
    AuditEntry(
      action: action, caseReference: caseReference, author: author, time: time, reason: reason,
      facts: facts + [fact])
  }
}
