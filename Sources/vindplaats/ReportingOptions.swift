internal import ArgumentParser
internal import Glibc
internal import Reporting
internal import ScanModel

/// Which reports a scan makes, where, and how they look.
struct ReportingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a report to a file: html=…, csv=…, json=… or ndjson=…. May be repeated.",
      valueName: "format=file"))
  var out: [ReportTarget] = []

  @Option(help: "What standard output gets: summary, html, csv, json, ndjson or none.")
  var format: OutputFormat = .summary

  @Flag(help: "The same as --format ndjson.")
  var json = false

  @Flag(help: "Show values in full. The reports then hold personal data.")
  var reveal = false

  @Flag(
    name: .customLong("excel-nl"),
    help: "CSV for Dutch Excel: semicolons, decimal comma, byte order mark.")
  var isForDutchExcel = false

  @Option(help: "Language of reports: nl or en (default: the locale's).")
  var lang: ReportLanguage?

  @Option(help: "Write progress to standard error: auto (on a terminal), never or always.")
  var progress: ProgressChoice = .auto

  @Option(help: "Colours in the summary: auto, always or never. NO_COLOR is obeyed.")
  var color: ColourChoice = .auto

  @Flag(
    name: .customLong("fail-on-findings"),
    help: "End with status 1 when something was found and everything was examined.")
  var failsOnFindings = false

  var style: ReportStyle {
    ReportStyle(
      language: lang ?? ReportLanguage(environment: Environment.variable),
      revealsValues: reveal, csvDialect: isForDutchExcel ? .dutchExcel : .standard,
      usesColour: color.isWanted)
  }

  var showsProgress: Bool {
    switch progress {
    case .auto: StandardError.isTerminal
    case .never: false
    case .always: true
    }
  }

  /// Opens every report; throws for a place that cannot be written.
  func writers(style: ReportStyle) throws -> [any ReportWriter] {
    var writers: [any ReportWriter] = []
    for target in out {
      do throws(ReportError) {
        writers.append(
          target.format.writer(
            to: try OutputFile(replacing: Environment.outputPath(target.path)), style: style))
      } catch {
        throw CommandFailure(message: error.message(in: style.language), status: .reportFailed)
      }
    }
    let standardOutput = OutputFile(descriptor: STDOUT_FILENO)
    switch json ? OutputFormat.ndjson : format {
    case .none: break
    case .summary: writers.append(TerminalSummary(to: standardOutput, style: style))
    case .html: writers.append(ReportFormat.html.writer(to: standardOutput, style: style))
    case .csv: writers.append(ReportFormat.csv.writer(to: standardOutput, style: style))
    case .json: writers.append(ReportFormat.json.writer(to: standardOutput, style: style))
    case .ndjson: writers.append(ReportFormat.ndjson.writer(to: standardOutput, style: style))
    }
    return writers
  }
}

/// A report and its place: `html=report.html`.
struct ReportTarget: ExpressibleByArgument {
  let format: ReportFormat
  let path: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let format = ReportFormat(rawValue: String(parts[0])) else {
      return nil
    }
    self.format = format
    path = String(parts[1])
  }
}

/// What standard output gets.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case summary, html, csv, json, ndjson, none
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
