/// How a command ends, for scripts; thrown to end it early.
struct ExitStatus: Error, Hashable {
  let rawValue: Int32

  static let complete = ExitStatus(rawValue: 0)
  /// Found something, where that was asked to be a failure.
  static let found = ExitStatus(rawValue: 1)
  static let usage = ExitStatus(rawValue: 2)
  /// Done, but something was not examined, or not wholly.
  static let incomplete = ExitStatus(rawValue: 3)
  static let reportFailed = ExitStatus(rawValue: 74)

  static func signal(_ number: Int32) -> ExitStatus { ExitStatus(rawValue: 128 + number) }

  /// What help says of each.
  static let meanings: [(status: String, meaning: String)] = [
    ("0", "done and complete"),
    ("1", "findings, with --fail-on-findings or --exit-code"),
    ("2", "usage or configuration"),
    ("3", "done, but not everything could be examined"),
    ("74", "a report could not be written"),
    ("128+N", "ended by signal N"),
  ]
}

/// An error with one line that says what is wrong and what to do.
struct CommandFailure: Error {
  let message: String
  let status: ExitStatus
}
