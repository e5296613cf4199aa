internal import Glibc
package import ScanModel

/// Why a report could not be written; `report` is its path, nil for standard output.
package enum ReportError: Error, Hashable, Sendable {
  /// The file could not be made; the number is the system's errno.
  case open(errno: Int32, report: FilePath)
  /// Writing failed, or putting the file in its place: a full disk (ENOSPC), a quota (EDQUOT).
  case write(errno: Int32, report: FilePath?)
  /// Nobody reads standard output any more, as with `| head`: end quietly.
  case brokenPipe

  /// The system's error number.
  package var errorNumber: Int32 {
    switch self {
    case .open(let errno, _), .write(let errno, _): errno
    case .brokenPipe: EPIPE
    }
  }

  /// The report that it is about, nil for standard output.
  package var report: FilePath? {
    switch self {
    case .open(_, let report): report
    case .write(_, let report): report
    case .brokenPipe: nil
    }
  }

  /// One sentence without a full stop for the person who ran the command; `path` writes the path of
  /// the report.
  package func message(
    in language: ReportLanguage, path: (FilePath) -> String = TerminalText.path
  ) -> String {
    let name =
      report.map(path) ?? Phrase("standaarduitvoer", "standard output")[language]
    let cause = ErrorNumberText.phrase(errorNumber)
    return switch self {
    case .open:
      Phrase(
        "rapport \(name) kan niet worden gemaakt: \(cause.dutch)",
        "report \(name) cannot be made: \(cause.english)")[language]
    case .write, .brokenPipe:
      Phrase(
        "rapport \(name) kan niet worden geschreven: \(cause.dutch)",
        "report \(name) cannot be written: \(cause.english)")[language]
    }
  }
}
