internal import ArgumentParser
internal import FindingStore
internal import Glibc
internal import Reporting
internal import ScanModel

/// Accepts findings: personal data that may be where it is.
struct AcceptCommand: TellingCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Accept findings: personal data that may be where it is.",
    discussion: DecideCommands.discussion)

  @OptionGroup var decision: DecisionOptions
  @OptionGroup(title: "The store of findings") var place: StoreOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions
  @OptionGroup var languages: LanguageOptions

  var keyFile: KeyFile? { place.keyFile }

  func run() throws {
    try DecideCommands.decide(.accepted, decision, place, languages.language)
  }
}

/// Rejects findings: no personal data.
struct RejectCommand: TellingCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Reject findings: no personal data.",
    discussion: DecideCommands.discussion)

  @OptionGroup var decision: DecisionOptions
  @OptionGroup(title: "The store of findings") var place: StoreOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions
  @OptionGroup var languages: LanguageOptions

  var keyFile: KeyFile? { place.keyFile }

  func run() throws {
    try DecideCommands.decide(.rejected, decision, place, languages.language)
  }
}

/// What accepting and rejecting have in common.
enum DecideCommands {
  static let discussion = """
    Findings about which something was decided stay in reports and are counted as such. A decision \
    about one finding follows its file when that is moved or changed. The store keeps a hash of the \
    value, never the value; so should the reason.
    """

  static func decide(
    _ verdict: DecisionVerdict, _ options: DecisionOptions, _ place: StoreOptions,
    _ language: ReportLanguage
  ) throws {
    let store = try place.open(for: .change, language)
    let target = try options.target(in: store, language)
    let decision = try StoreError.telling(in: language) { () throws(StoreError) in
      try store.decide(
        verdict, on: target, reason: options.reason,
        author: options.author ?? Environment.userName, made: Int64(time(nil)),
        expires: options.until?.end)
    }
    guard let decision else {
      let id = options.finding ?? options.valueOf
      throw CommandFailure(
        message: language.choose(
          nl: "de opslag heeft geen vindplaats \(id?.description ?? ""); 'vindplaats findings' "
            + "noemt ze",
          en: "the store has no finding \(id?.description ?? ""); 'vindplaats findings' names them"),
        status: .usage)
    }
    try StandardOutput.print(DecisionLine(decision, language).text(at: Int64(time(nil))))
  }
}
