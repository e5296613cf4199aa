internal import Glibc
internal import Reporting

extension [ReportError] {
  /// Tells of them, but not of a reader that went away.
  func print(in language: ReportLanguage, paths: LogPaths) {
    for error in self where error != .brokenPipe {
      StandardError.print(Message(error, language).text(paths: paths))
    }
  }

  /// How a command ends because of them; nil for none.
  var status: ExitStatus? {
    if contains(where: { $0 != .brokenPipe }) { return .reportFailed }
    return isEmpty ? nil : .signal(SIGPIPE)
  }
}
