internal import ArgumentParser
internal import Glibc
internal import Reporting
internal import ScanModel

/// In which reports findings of the store are listed.
struct ListingReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write a report to a file: html=…, csv=…, json=… or ndjson=…. May be repeated.",
      valueName: "format=file"),
    transform: ReportTarget.init(argument:))
  var out: [ReportTarget] = []

  @Option(help: "What standard output gets instead of the list.")
  var format: ListingFormat?

  @Flag(help: "The same as --format ndjson.")
  var json = false

  @Flag(
    name: .customLong("excel-nl"),
    help: "CSV for Dutch Excel: semicolons, decimal comma, byte order mark.")
  var isForDutchExcel = false

  @Option(help: "Colours in the list: auto (on a terminal, without NO_COLOR), always or never.")
  var color: ColourChoice = .auto

  func validate() throws {
    if json, let format, format != .ndjson {
      throw ValidationError("--json means --format ndjson; leave one of the two out")
    }
  }

  var listsFindings: Bool { chosenFormat == .list }

  private var chosenFormat: ListingFormat { json ? .ndjson : format ?? .list }

  func style(_ language: ReportLanguage) -> ReportStyle {
    ReportStyle(
      language: language, csvDialect: isForDutchExcel ? .dutchExcel : .standard,
      usesColour: color.isWanted, showsHistory: true)
  }

  /// Opens every report but the list; throws for a place that cannot be written.
  func writers(_ style: ReportStyle) throws -> [any ReportWriter] {
    // All but the list are formats of scans too.
    let format = OutputFormat(rawValue: chosenFormat.rawValue)
    return try ReportTarget.writers(out, style: style)
      + (format?.writer(style: style).map { [$0] } ?? [])
  }
}

/// What standard output gets of findings in the store.
enum ListingFormat: String, CaseIterable, ExpressibleByArgument {
  case list, summary, html, csv, json, ndjson, none
}
