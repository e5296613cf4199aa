internal import ArgumentParser
internal import Reporting

/// How a command on a plan speaks.
struct EraseTellingOptions: ParsableArguments {
  @Option(help: "Language of plans and reports; without it, that of the locale.")
  var lang: ReportLanguage?

  @Option(help: "Write progress to standard error: auto (on a terminal), never or always.")
  var progress: ProgressChoice = .auto

  var language: ReportLanguage {
    lang ?? ReportLanguage(environment: Environment.variable)
  }
}
