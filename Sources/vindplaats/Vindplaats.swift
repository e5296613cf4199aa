internal import ArgumentParser
internal import Glibc

/// The command line: finds personal data on shared drives.
struct Vindplaats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vindplaats",
    abstract: "Finds personal data on the shared drives of Dutch organisations.",
    discussion: "Exit status: "
      + ExitStatus.meanings.map { "\($0.status) \($0.meaning)" }.joined(separator: "; ")
      + ". Any other status is a failure.",
    version: toolVersion,
    subcommands: [
      ScanCommand.self, LocateCommand.self, RunsCommand.self, FindingsCommand.self,
      SummaryCommand.self,
      CompareCommand.self, ExplainCommand.self, DuplicatesCommand.self, AcceptCommand.self,
      RejectCommand.self, DecisionsCommand.self, PurgeCommand.self, EraseCommand.self,
      AuditCommand.self, PatternsCommand.self,
      SubjectCommand.self,
      CompletionsCommand.self, ManualCommand.self,
    ])
}

/// The version that reports name.
let toolVersion = "0.1.0"

/// Runs the command that the arguments name and ends with its exit status.
@main enum Main {
  static func main() {
    Environment.fillStandardDescriptors()
    Environment.growHeapsAtOnce()
    signal(SIGPIPE, SIG_IGN)
    if DocumentWorkerCommand.isMeant { return DocumentWorkerCommand.run() }
    exit(status().rawValue)
  }

  private static func status() -> ExitStatus {
    do {
      try run()
      return .complete
    } catch let status as ExitStatus {
      return status
    } catch let failure as CommandFailure {
      StandardError.print(failure.message.text(paths: .plain))
      return failure.status
    } catch {
      let message = "\(oneLine(Vindplaats.message(for: error))) \(advice(for: error))"
      StandardError.print(LogPaths.typed.text(ofUsageError: message))
      return .usage
    }
  }

  /// A sentence, and behind it the list that stands in lines of its own.
  private static func oneLine(_ message: String) -> String {
    let lines = message.split(separator: "\n")
    let items = lines.filter { $0.hasPrefix("  - ") }.map { $0.dropFirst("  - ".count) }
    let sentence = lines.filter { !$0.hasPrefix("  - ") }.joined(separator: " ")
    let whole = items.isEmpty ? sentence : "\(sentence) \(items.joined(separator: ", "))"
    return whole.hasSuffix(".") || whole.hasSuffix("?") ? whole : whole + "."
  }

  /// Runs the command, or prints the version or the help that was asked for.
  private static func run() throws {
    let arguments = TypedText.arguments
    // Asked by programs that then decide whether to start a scan: it need not wait for the parser.
    if arguments == ["--version"] { return try StandardOutput.print(toolVersion) }
    if arguments.first == ScanCommand.configuration.commandName { BuiltInCatalog.prepare() }
    do {
      var command = try Vindplaats.parseAsRoot(arguments)
      try run(&command)
    } catch let status as ExitStatus {
      // The end of most commands; the parser would first describe it in words.
      throw status
    } catch let error where Vindplaats.exitCode(for: error).isSuccess {
      try StandardOutput.print(Vindplaats.fullMessage(for: error))
    }
  }

  /// Runs the command; its messages write paths as it was told to.
  private static func run(_ command: inout any ParsableCommand) throws {
    do {
      try command.run()
    } catch let failure as CommandFailure {
      let paths = (command as? any TellingCommand)?.logPaths ?? .plain
      StandardError.print(failure.message.text(paths: paths))
      throw failure.status
    }
  }

  /// The last line of what the argument parser says: which help to read.
  private static func advice(for error: any Error) -> String {
    let lines = Vindplaats.fullMessage(for: error).split(separator: "\n")
    let advice = lines.last?.drop { $0 == " " } ?? ""
    return advice.hasPrefix("See ") ? String(advice) : "See 'vindplaats --help'."
  }
}
