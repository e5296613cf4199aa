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

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp("Threads that scan; without it, as many as processors.", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp("Read at most so many bytes a second, such as 20M.", valueName: "size"),
    transform: ByteSize.init(argument:))
  var throttle: ByteSize?

  @Flag(name: .customLong("idle-io"), help: "Read only while nobody else uses the disk.")
  var readsWhenIdle = false

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
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256")
    }
  }

  /// What is read, as the plan says, and how, as typed now.
  var words: [String] {
    var words: [String] = []
    if let passwordFile { words.append("--passwords=\(passwordFile)") }
    if let jobs { words += ["--jobs", "\(jobs)"] }
    if let throttle { words += ["--throttle", throttle.text] }
    if readsWhenIdle { words.append("--idle-io") }
    return words
  }
}
