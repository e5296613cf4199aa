/// What is wrong with an audit log; lines are counted from 1 as they stand in the file.
package enum AuditProblem: Hashable, Sendable {
  /// The line is not as it was written.
  case changed(line: Int)
  /// Nothing like it was written at this place: it was added, or stands twice.
  case added(line: Int)
  /// It was written under the same key, and does not follow from the line before.
  case foreign(line: Int)
  /// The line with this number stands behind one with a higher number.
  case swapped(line: Int, number: Int)
  /// The lines with these numbers are not there.
  case missing(numbers: ClosedRange<Int>)
  /// Lines were cut off at the end: the head knows of more.
  case cut(numbers: ClosedRange<Int>)
  /// The file with the head is not there.
  case headMissing
  /// The head is not as it was written.
  case headChanged
  /// The head is an old one: it knows of fewer lines than a broken-off run can explain.
  case headBehind(number: Int)
  /// The head is of another line than the one with its number.
  case headOther(number: Int)

  /// The stable code of reports.
  package var code: String {
    switch self {
    case .changed: "changed-line"
    case .added: "added-line"
    case .foreign: "foreign-line"
    case .swapped: "swapped-line"
    case .missing: "missing-line"
    case .cut: "cut-end"
    case .headMissing: "head-missing"
    case .headChanged: "head-changed"
    case .headBehind: "head-behind"
    case .headOther: "head-other"
    }
  }
}

/// What the check of an audit log says.
package struct AuditVerdict: Hashable, Sendable {
  /// Whole lines.
  package let lineCount: Int
  /// The last of the lines that are as they were written; nil for none.
  package let head: AuditHead?
  /// In the order of the file.
  package let problems: [AuditProblem]
  /// The bytes of a line whose writing was broken off; the next entry removes them.
  package let halfLineByteCount: Int
  /// The lines that are as they were written, in the order of their numbers.
  package let records: [AuditRecord]

  /// Of a log that is not there.
  package static let empty = AuditVerdict(
    lineCount: 0, head: nil, problems: [], halfLineByteCount: 0, records: [])

  package var isIntact: Bool { problems.isEmpty }

  /// Whether the log has the line that `head` was the last one with, as it was.
  package func holds(_ head: AuditHead) -> Bool {
    records.contains { $0.number == head.number && $0.code == head.code }
  }
}
