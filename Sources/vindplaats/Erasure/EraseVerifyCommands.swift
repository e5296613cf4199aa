internal import ArgumentParser
internal import Erasure
internal import FindingStore
internal import Reporting

/// Says whether a plan can be carried out.
struct EraseBeforeCommand: TellingCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify-before",
    abstract: "Read everything again and say whether the plan still holds.",
    discussion: """
      Nothing is taken from a store. Prints what is wrong as a numbered list; ends with status 1, or 3 \
      where nothing is wrong but not everything could be read. When it passes, that is noted in the \
      audit log with the text of the plan: from then on the plan must not be edited.
      """)

  @OptionGroup var options: EraseVerifyOptions
  @Option(
    help: ArgumentHelp(
      "The file of holds, where it is not where the plan says, or none was named then.",
      valueName: "file"),
    completion: .file())
  var holds: String?
  @OptionGroup(title: "The audit log") var audit: AuditOptions
  @OptionGroup var key: KeyOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions
  @OptionGroup var telling: EraseTellingOptions

  var keyFile: KeyFile? { key.keyFile }

  func run() throws {
    try EraseRun(
      moment: .before, options: options, holds: holds, audit: audit, key: key, telling: telling,
      logPaths: logPaths
    ).run()
  }
}

/// Says whether all is gone that was to go.
struct EraseAfterCommand: TellingCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify-after",
    abstract: "Read everything again and say whether it is gone.",
    discussion: """
      Needs a plan that passed verify-before and was not edited since. Prints what is wrong as a \
      numbered list; ends with status 1, or 3 where nothing is wrong but not everything could be read: \
      that proves nothing. Only a wholly passed verification is titled a statement (verklaring).
      """)

  @OptionGroup var options: EraseVerifyOptions
  @OptionGroup(title: "The audit log") var audit: AuditOptions
  @OptionGroup var key: KeyOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions
  @OptionGroup var telling: EraseTellingOptions

  var keyFile: KeyFile? { key.keyFile }

  func run() throws {
    try EraseRun(
      moment: .after, options: options, holds: nil, audit: audit, key: key, telling: telling,
      logPaths: logPaths
    ).run()
  }
}
