/// How a command ends, for scripts; thrown to end it early.
struct ExitStatus: Error, Hashable {
  let rawValue: Int32

  static let complete = ExitStatus(rawValue: 0)
  /// Found something, where that was asked to be a failure.
  static let found = ExitStatus(rawValue: 1)
  static let usage = ExitStatus(rawValue: 2)
  /// Done, but something was not examined, or not wholly.
  static let incomplete = ExitStatus(rawValue: 3)
  static let storeAbsent = ExitStatus(rawValue: 10)
  static let storeLocked = ExitStatus(rawValue: 11)
  static let keyRefused = ExitStatus(rawValue: 12)
  static let storeFailed = ExitStatus(rawValue: 13)
  static let storeRemote = ExitStatus(rawValue: 14)
  static let storeNewer = ExitStatus(rawValue: 15)
  static let reportFailed = ExitStatus(rawValue: 74)

  static func signal(_ number: Int32) -> ExitStatus { ExitStatus(rawValue: 128 + number) }

  /// What help says of each.
  static let meanings: [(status: String, meaning: String)] = [
    ("0", "done and complete"),
    (
      "1", "findings, with --fail-on-findings or --exit-code; of a verification: something is wrong"
    ),
    ("2", "usage or configuration"),
    ("3", "done, but not everything could be examined"),
    ("10", "there is no store"),
    ("11", "another command writes to the store"),
    ("12", "the key of the store is missing, wrong or readable by others"),
    ("13", "the store or the audit log is damaged, full or cannot be opened"),
    ("14", "the store lies on a network file system"),
    ("15", "a newer version of the program made the store"),
    ("74", "a report could not be written"),
    ("128+N", "ended by signal N"),
  ]
}

/// An error with one line that says what is wrong and what to do.
struct CommandFailure: Error {
  let message: Message
  let status: ExitStatus
}
