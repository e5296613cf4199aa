internal import ArgumentParser
internal import Glibc

/// The command line: finds personal data on shared drives.
struct Vindplaats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vindplaats",
    abstract: "Finds personal data on the shared drives of Dutch organisations.",
    discussion: """
      Exit status: 0 done and complete, 1 findings with --fail-on-findings, 2 usage or \
      configuration, 3 done but not everything could be examined, 74 a report could not be \
      written, 128+N ended by signal N. Any other status is a failure.
      """,
    version: toolVersion,
    subcommands: [ScanCommand.self, PatternsCommand.self])
}

/// The version that reports name.
let toolVersion = "0.1.0"

/// Runs the command that the arguments name and ends with its exit status.
@main enum Main {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try Vindplaats.parseAsRoot()
      try command.run()
    } catch let status as ExitStatus {
      exit(status.rawValue)
    } catch let failure as CommandFailure {
      StandardError.print("vindplaats: \(failure.message)")
      exit(failure.status.rawValue)
    } catch {
      end(with: error)
    }
  }

  /// Prints help that was asked for; any other error is one line about how to use the command.
  private static func end(with error: any Error) -> Never {
    if Vindplaats.exitCode(for: error).isSuccess {
      print(Vindplaats.fullMessage(for: error))
      exit(ExitStatus.complete.rawValue)
    }
    let message = Vindplaats.message(for: error).split(separator: "\n").joined(separator: " ")
    StandardError.print("vindplaats: \(message) (see 'vindplaats --help')")
    exit(ExitStatus.usage.rawValue)
  }
}
