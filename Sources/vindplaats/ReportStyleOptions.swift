internal import ArgumentParser
internal import Reporting

/// How the reports of a scan or a search look, and whether it tells how far it is.
struct ReportStyleOptions: ParsableArguments {
  @Flag(help: "Show values in full. The reports then hold personal data.")
  var reveal = false

  @Flag(
    name: .customLong("excel-nl"),
    help: "CSV for Dutch Excel: semicolons, decimal comma, byte order mark.")
  var isForDutchExcel = false

  @Option(help: "Language of reports; without it, that of the locale.")
  var lang: ReportLanguage?

  @Option(help: "Write progress to standard error: auto (on a terminal), never or always.")
  var progress: ProgressChoice = .auto

  @Option(help: "Colours in the summary: auto (on a terminal, without NO_COLOR), always or never.")
  var color: ColourChoice = .auto

  var language: ReportLanguage { lang ?? ReportLanguage(environment: Environment.variable) }

  var style: ReportStyle {
    ReportStyle(
      language: language, revealsValues: reveal,
      csvDialect: isForDutchExcel ? .dutchExcel : .standard, usesColour: color.isWanted)
  }
}
