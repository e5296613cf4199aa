internal import Glibc
internal import Reporting
internal import ScanModel

/// A card that is written for the first time, readable for its owner alone.
enum NewCardFile {
  /// Writes the whole text or nothing; fails where something stands at the path.
  static func write(_ text: String, to path: FilePath, _ language: ReportLanguage) throws {
    let descriptor = open(
      path.cString, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw exists(path, language) }
      throw failure(path, errno, language)
    }
    // A umask can take rights away only; this gives the owner's back.
    var isWritten = fchmod(descriptor, 0o600) == 0 || errno == EPERM || errno == ENOTSUP
    isWritten = isWritten && Array(text.utf8).write(to: descriptor) && fsync(descriptor) == 0
    var number = errno
    if close(descriptor) != 0, isWritten {
      isWritten = false
      number = errno
    }
    if !isWritten {
      _ = unlink(path.cString)
      throw failure(path, number, language)
    }
  }

  /// Fails where writing is going to fail, before somebody answers all questions.
  static func refuseEarly(_ path: FilePath, _ language: ReportLanguage) throws {
    var facts = stat()
    if lstat(path.cString, &facts) == 0 { throw exists(path, language) }
    let folder = FilePath(path.bytes[..<path.nameOffset] + [UInt8(ascii: ".")])
    if access(folder.cString, W_OK | X_OK) != 0 { throw failure(path, errno, language) }
  }

  private static func exists(_ path: FilePath, _ language: ReportLanguage) -> CommandFailure {
    CommandFailure(
      message: language.choose(
        nl: "\(path) bestaat al; kies een andere naam: een kaart wordt nooit overschreven",
        en: "\(path) exists already; choose another name: a card is never overwritten"),
      status: .usage)
  }

  private static func failure(
    _ path: FilePath, _ number: Int32, _ language: ReportLanguage
  ) -> CommandFailure {
    let reason = String(cString: strerror(number))
    return CommandFailure(
      message: language.choose(
        nl: "kan de kaart \(path) niet schrijven: \(reason)",
        en: "cannot write the card \(path): \(reason)"), status: .reportFailed)
  }
}
