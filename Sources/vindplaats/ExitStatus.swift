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
}

/// An error with one line that says what is wrong and what to do.
struct CommandFailure: Error {
  let message: String
  let status: ExitStatus
}
