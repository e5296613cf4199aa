internal import ArgumentParser
internal import Erasure

/// Says whether a plan can be carried out.
struct EraseBeforeCommand: EraseVerification {
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

  func run() throws {
    try verify(.before, holds: holds)
  }
}

/// Says whether all is gone that was to go.
struct EraseAfterCommand: EraseVerification {
  static let configuration = CommandConfiguration(
    commandName: "verify-after",
    abstract: "Read everything again and say whether it is gone.",
    discussion: """
      Needs a plan that passed verify-before and was not edited since. Prints what is wrong as a \
      numbered list; ends with status 1, or 3 where nothing is wrong but not everything could be read: \
      that proves nothing. Only a wholly passed verification is titled a statement (verklaring).
      """)

  @OptionGroup var options: EraseVerifyOptions

  func run() throws {
    try verify(.after)
  }
}
