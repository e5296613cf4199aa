internal import ArgumentParser
internal import Reporting

/// In which language a command speaks.
struct LanguageOptions: ParsableArguments {
  @Option(help: "Language of what is printed; without it, that of the locale.")
  var lang: ReportLanguage?

  var language: ReportLanguage {
    lang ?? ReportLanguage(environment: Environment.variable)
  }
}
