internal import ArgumentParser

/// Plans a deletion and verifies it; deletes nothing itself.
struct EraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Plan a deletion, and verify it before and after; nothing is deleted.",
    discussion: """
      'plan' finds all data of a person anew and writes what was found as a text. An officer decides in \
      it about each item. 'verify-before' reads everything again and says whether the plan still holds. \
      Others delete. 'verify-after' reads everything again and says whether it is gone.
      """,
    subcommands: [ErasePlanCommand.self, EraseBeforeCommand.self, EraseAfterCommand.self])
}
