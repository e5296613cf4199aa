internal import ArgumentParser
internal import Reporting
internal import ScanModel

/// What both verifications of a plan take.
struct EraseVerifyOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The plan.", valueName: "plan"), completion: .file())
  var plan: String

  @Option(
    name: .customLong("subject"),
    help: ArgumentHelp(
      "The card, where it is not where the plan says, or - for standard input. May be repeated, in "
        + "the order of the plan.",
      valueName: "card"),
    completion: .file())
  var subjects: [String] = []

  @Option(
    name: .customLong("passwords"),
    help: ArgumentHelp(
      "Try the passwords of this file on encrypted documents, as for the plan.", valueName: "file"),
    completion: .file())
  var passwordFile: String?

  @Option(
    help: ArgumentHelp(
      "Write a report to a file: html=… or json=…. May be repeated.", valueName: "format=file"),
    transform: ReportTarget.among([.html, .json]))
  var out: [ReportTarget] = []

  @Option(
    help: ArgumentHelp(
      "Write a report without any personal data, to keep for years: html=… or json=….",
      valueName: "format=file"),
    transform: ReportTarget.among([.html, .json]))
  var anonymous: [ReportTarget] = []

  @Option(
    help: ArgumentHelp("Why this is done, for the audit log; no personal data.", valueName: "text"))
  var reason: String?

  @OptionGroup var pace: PaceOptions
  @OptionGroup(title: "The audit log") var audit: AuditOptions
  @OptionGroup var key: KeyOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions
  @OptionGroup var telling: EraseTellingOptions

  func validate() throws {
    guard !plan.isEmpty, !subjects.contains(""), passwordFile != "" else {
      throw ValidationError("a path is empty")
    }
    if let reason, reason.isEmpty || reason.utf8.count > 500 {
      throw ValidationError("--reason takes a text of at most 500 bytes")
    }
  }

  /// What is read, as the plan says, and how, as typed now.
  var words: [String] {
    (passwordFile.map { ["--passwords=\($0)"] } ?? []) + pace.words
  }
}
