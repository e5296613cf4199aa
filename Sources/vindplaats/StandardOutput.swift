internal import Glibc
internal import Reporting

/// What a command answers, for people and for the next program.
enum StandardOutput {
  /// Writes lines; throws where they cannot be written, quietly where nobody reads them any more.
  static func print(_ lines: String) throws {
    let output = OutputFile(descriptor: STDOUT_FILENO)
    do throws(ReportError) {
      try output.write(lines + "\n")
      try output.finish()
    } catch {
      if error == .brokenPipe { throw ExitStatus.signal(SIGPIPE) }
      throw CommandFailure(message: Message(error, .en), status: .reportFailed)
    }
  }
}
