internal import ArgumentParser
internal import AuditLog
internal import Cryptography
internal import FindingStore
internal import Reporting

/// Checks and lists the audit log.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Check and list the log of what was done with the data of people.",
    subcommands: [AuditVerifyCommand.self, AuditListCommand.self])
}

/// Tells whether the log is as the program wrote it.
struct AuditVerifyCommand: TellingCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Find changed, missing, added and swapped lines, and a cut end.",
    discussion: """
      Prints the head: the number and code of the last line. Compare it with the one that a report \
      shows, with --head, to find out whether older lines and their head were put back. Ends with \
      status 1 where something is wrong.
      """)

  @Option(
    help: ArgumentHelp(
      "A head that a report shows, such as 12:6f…; it must be in the log.", valueName: "head"))
  var head: String?
  @Flag(help: "Print NDJSON.") var json = false
  @OptionGroup(title: "The audit log") var audit: AuditOptions
  @OptionGroup var key: KeyOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions
  @OptionGroup var languages: LanguageOptions

  var keyFile: KeyFile? { key.keyFile }

  func validate() throws {
    if let head, AuditHead(head) == nil {
      throw ValidationError("--head takes a number, a colon and a code of 64 hexadecimal digits")
    }
  }

  func run() throws {
    let language = languages.language
    let verdict = try audit.verdict(key, language)
    let isHeadHeld = head.flatMap { AuditHead($0) }.map { verdict.holds($0) } ?? true
    let output = AnswerOutput()
    if json {
      AuditOutput.printRecord(verdict, isHeadHeld, to: output)
    } else {
      AuditOutput.print(verdict, isHeadHeld, to: output, language)
    }
    try output.finish(language)
    if !verdict.isIntact || !isHeadHeld { throw ExitStatus.found }
  }
}

/// Prints the entries of the log.
struct AuditListCommand: TellingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the entries: number, time, author, action, case, reason, facts.")

  @Option(
    name: .customLong("case"), help: ArgumentHelp("Only entries of this case.", valueName: "ref"))
  var caseReference: String?
  @Flag(help: "Print NDJSON.") var json = false
  @OptionGroup(title: "The audit log") var audit: AuditOptions
  @OptionGroup var key: KeyOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions
  @OptionGroup var languages: LanguageOptions

  var keyFile: KeyFile? { key.keyFile }

  func run() throws {
    let language = languages.language
    let verdict = try audit.verdict(key, language)
    let output = AnswerOutput()
    for record in verdict.records
    where caseReference.map({ $0 == record.entry.caseReference }) ?? true {
      if json {
        AuditOutput.printRecord(record, to: output)
      } else {
        AuditOutput.print(record, to: output)
      }
    }
    try output.finish(language)
    guard !verdict.isIntact else { return }
    throw CommandFailure(
      message: language.choose(
        nl: "het logboek is veranderd en deze lijst is misschien niet volledig; 'vindplaats audit "
          + "verify' zegt waar",
        en: "the log was changed and this list may lack lines; 'vindplaats audit verify' says where"
      ),
      status: .found)
  }
}

extension AuditOptions {
  /// What the check of the log says.
  fileprivate func verdict(
    _ key: KeyOptions, _ language: ReportLanguage
  ) throws -> AuditVerdict {
    let log = try log(try key.hasher(.existing, language), language)
    return try AuditError.telling(in: language) { () throws(AuditError) in try log.verify() }
  }
}
