internal import ArgumentParser
internal import Glibc
internal import Reporting
internal import ScanModel

/// Which reports a scan makes, where, and how they look.
struct ReportingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a report to a file: html=…, csv=…, json=… or ndjson=…. May be repeated.",
      valueName: "format=file"),
    transform: ReportTarget.init(argument:))
  var out: [ReportTarget] = []

  @Option(help: "What standard output gets instead of the summary.")
  var format: OutputFormat?

  @Flag(help: "The same as --format ndjson.")
  var json = false

  @OptionGroup var looks: ReportStyleOptions

  @Option(
    help: ArgumentHelp(
      "End with this status when something was found and everything was examined.",
      valueName: "n"))
  var exitCode: Int32?

  @Flag(name: .customLong("fail-on-findings"), help: "The same as --exit-code 1.")
  var failsOnFindings = false

  func validate() throws {
    if json, let format, format != .ndjson {
      throw ValidationError("--json means --format ndjson; leave one of the two out")
    }
    if let exitCode, !(0...125).contains(exitCode) || Self.takenStatuses.contains(exitCode) {
      throw ValidationError(
        "--exit-code takes a number from 0 to 125; 2, 3, 10 to 15 and 74 mean something else")
    }
  }

  private static let takenStatuses = [
    ExitStatus.usage, .incomplete, .reportFailed, .storeAbsent, .storeLocked, .keyRefused,
    .storeFailed, .storeRemote, .storeNewer,
  ].map(\.rawValue)

  /// How a scan ends that found something and missed nothing.
  var statusOfFindings: ExitStatus {
    exitCode.map(ExitStatus.init) ?? (failsOnFindings ? .found : .complete)
  }

  /// Opens every report; throws for a place that cannot be written.
  func writers(style: ReportStyle) throws -> [any ReportWriter] {
    let format = json ? .ndjson : format ?? .summary
    return try ReportTarget.writers(out, style: style)
      + (format.writer(style: style).map { [$0] } ?? [])
  }
}

/// What standard output gets.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case summary, html, csv, json, ndjson, none

  /// What writes it there; nil where nothing is to be written.
  func writer(style: ReportStyle) -> (any ReportWriter)? {
    let output = OutputFile(descriptor: STDOUT_FILENO)
    return switch self {
    case .none: nil
    case .summary: TerminalSummary(to: output, style: style)
    case .html: ReportFormat.html.writer(to: output, style: style)
    case .csv: ReportFormat.csv.writer(to: output, style: style)
    case .json: ReportFormat.json.writer(to: output, style: style)
    case .ndjson: ReportFormat.ndjson.writer(to: output, style: style)
    }
  }
}

/// When the summary has colours.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never

  var isWanted: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      isatty(STDOUT_FILENO) == 1 && (Environment.variable("NO_COLOR") ?? "").isEmpty
        && Environment.variable("TERM") != "dumb"
    }
  }
}

extension ReportLanguage: ExpressibleByArgument {}
