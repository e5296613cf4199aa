internal import Glibc
internal import Reporting
internal import ScanModel

/// Standard output as the answer to a question comes, piece by piece.
///
/// A piece that cannot be written is told at the end.
struct AnswerOutput {
  private let output = OutputFile(descriptor: STDOUT_FILENO)

  func print(_ line: String) {
    try? output.write(line + "\n")
  }

  func write(_ bytes: [UInt8]) {
    try? output.write(bytes)
  }

  /// Writes a line of NDJSON.
  func printRecord(_ type: String, _ members: (inout JSONText) -> Void) {
    var json = JSONText()
    json.object { json in
      json.member("type", type)
      members(&json)
    }
    json.endLine()
    write(json.bytes)
  }

  /// Brings the rest out; throws where not all could be written.
  func finish(_ language: ReportLanguage) throws {
    do throws(ReportError) {
      try output.finish()
    } catch {
      if error == .brokenPipe { throw ExitStatus.signal(SIGPIPE) }
      throw CommandFailure(message: Message(error, language), status: .reportFailed)
    }
  }
}

extension JSONText {
  /// The members of a run that tell it from others.
  mutating func member(_ name: StaticString, run: FileHistory.Sighting) {
    object(name) { json in
      json.member("run", run.run)
      json.member("started", Timestamp(run.time).iso8601)
    }
  }

  /// The paths as a list of records.
  mutating func array(_ name: StaticString, paths: [FilePath]) {
    array(name) { json in
      for path in paths { json.object { $0.path(path) } }
    }
  }
}
