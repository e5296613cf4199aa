internal import ArgumentParser
internal import Glibc
internal import Reporting
internal import ScanModel
internal import Subjects

/// Which reports a search for people makes, where, and how they look.
struct LocateReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a report to a file: html=…, csv=… or ndjson=…. May be repeated.",
      valueName: "format=file"),
    transform: ReportTarget.among([.html, .csv, .ndjson]))
  var out: [ReportTarget] = []

  @Option(help: "What standard output gets: summary, html, csv, ndjson or none.")
  var format: LocateOutput?

  @Flag(help: "The same as --format ndjson.")
  var json = false

  @OptionGroup var looks: ReportStyleOptions

  func validate() throws {
    if json, let format, format != .ndjson {
      throw ValidationError("--json means --format ndjson; leave one of the two out")
    }
  }

  /// The places of the reports, opened before anything is read.
  func outputs() throws -> [(format: LocateFormat, output: OutputFile)] {
    var outputs: [(format: LocateFormat, output: OutputFile)] = []
    do throws(ReportError) {
      for target in out {
        guard let format = LocateFormat(rawValue: target.format.rawValue) else { continue }
        outputs.append((format, try OutputFile(replacing: target.path)))
      }
    } catch {
      throw CommandFailure(message: Message(error, looks.language), status: .reportFailed)
    }
    let standard = json ? .ndjson : format ?? .summary
    if let format = LocateFormat(rawValue: standard.rawValue) {
      outputs.append((format, OutputFile(descriptor: STDOUT_FILENO)))
    }
    return outputs
  }
}

/// What standard output gets of a search for people.
enum LocateOutput: String, CaseIterable, ExpressibleByArgument {
  case summary, html, csv, ndjson, none
}
