internal import AuditLog
internal import Glibc
internal import Reporting

/// Writes what a command did to the audit log, under one case.
struct AuditTrail {
  let log: AuditLog
  let caseReference: String
  let reason: String
  let language: ReportLanguage

  /// Appends a line and brings it to the disk; returns the head that this gives.
  func append(_ action: String, _ facts: [(name: String, value: String)]) throws -> AuditHead {
    let entry = AuditEntry(
      action: action, caseReference: caseReference, author: Environment.userName,
      time: Int64(time(nil)), reason: reason,
      facts: facts.map { AuditEntry.Fact($0.name, $0.value) })
    return try AuditError.telling(in: language) { () throws(AuditError) in
      try log.append(entry)
    }
  }
}
