internal import ScanModel

/// How an examination ended, as the columns of its row.
struct StoredOutcome {
  let outcome: String
  let reason: String?
  let errorNumber: Int32?
  let examinedByteCount: Int

  init(outcome: String, reason: String?, errorNumber: Int32?, examinedByteCount: Int) {
    self.outcome = outcome
    self.reason = reason
    self.errorNumber = errorNumber
    self.examinedByteCount = examinedByteCount
  }

  init(_ end: Outcome, byteCount: Int) {
    switch end {
    case .scanned:
      self.init(outcome: "scanned", reason: nil, errorNumber: nil, examinedByteCount: byteCount)
    case .partial(let reason, let examinedByteCount):
      self.init(
        outcome: "partial", reason: reason.rawValue, errorNumber: nil,
        examinedByteCount: examinedByteCount)
    case .notExamined(let reason):
      self.init(
        outcome: "not-examined", reason: reason.code, errorNumber: reason.errorNumber,
        examinedByteCount: 0)
    }
  }

  /// nil for what no version of the program writes.
  var end: Outcome? {
    switch outcome {
    case "scanned": .scanned
    case "partial":
      PartialReason(rawValue: reason ?? "").map {
        .partial($0, examinedByteCount: examinedByteCount)
      }
    case "not-examined":
      NotExaminedReason(code: reason ?? "", errorNumber: errorNumber ?? 0).map { .notExamined($0) }
    default: nil
    }
  }

  /// The condition of SQL for examinations that need not be made again while their item stays the same.
  static let isLasting = """
    (outcome = 'scanned' OR outcome = 'partial' AND reason NOT IN ('read-error', 'changed', \
    'interrupted') OR outcome = 'not-examined' AND reason IN ('unsupported-type', 'encrypted'))
    """
}

extension NotExaminedReason {
  fileprivate init?(code: String, errorNumber: Int32) {
    switch code {
    case "unsupported-type": self = .unsupportedType
    case "encrypted": self = .encrypted
    case "unreadable": self = .unreadable(errorNumber)
    case "directory-unreadable": self = .directoryUnreadable(errorNumber)
    case "vanished": self = .vanished
    case "too-large": self = .tooLarge
    case "special": self = .special
    case "interrupted": self = .interrupted
    default: return nil
    }
  }
}
