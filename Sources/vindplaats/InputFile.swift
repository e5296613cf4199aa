internal import Glibc
internal import Reporting
internal import ScanModel

/// A file that an option names, read whole into memory.
enum InputFile {
  /// Its bytes; of one that has more than `byteLimit`, at least one more than that.
  ///
  /// Throws the error number of the system where it cannot be opened.
  static func bytes(of path: FilePath, byteLimit: Int) throws(OpenFailure) -> [UInt8] {
    let descriptor = open(path.cString, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OpenFailure(errorNumber: errno) }
    defer { close(descriptor) }
    return bytes(of: descriptor, byteLimit: byteLimit)
  }

  /// The same for a command that cannot go on without it: the card, the plan.
  ///
  /// Fails with a message in `language`, also where it has more than `byteLimit` bytes.
  static func contents(
    of path: FilePath, byteLimit: Int, called noun: Phrase = Phrase("het bestand", "the file"),
    in language: ReportLanguage = .en
  ) throws -> [UInt8] {
    let noun = noun[language]
    do throws(OpenFailure) {
      let bytes = try bytes(of: path, byteLimit: byteLimit)
      if bytes.count <= byteLimit { return bytes }
    } catch {
      let reason = error.reason
      throw CommandFailure(
        message: language.choose(
          nl: "kan \(noun) \(path) niet lezen: \(reason)",
          en: "cannot read \(noun) \(path): \(reason)"), status: .usage)
    }
    let megabytes = byteLimit >> 20
    throw CommandFailure(
      message: language.choose(
        nl: "\(noun) \(path) is te groot: meer dan \(megabytes) MB",
        en: "\(noun) \(path) is too large: over \(megabytes) MB"), status: .usage)
  }

  /// What comes on standard input, in the same bounds.
  static func standardInput(byteLimit: Int) -> [UInt8] {
    bytes(of: STDIN_FILENO, byteLimit: byteLimit)
  }

  private static func bytes(of descriptor: Int32, byteLimit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count <= byteLimit, case let count = read(descriptor, &buffer, buffer.count),
      count > 0
    {
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// Why a file could not be opened.
  struct OpenFailure: Error {
    let errorNumber: Int32

    /// In the words of the system.
    var reason: String { String(cString: strerror(errorNumber)) }
  }
}
