internal import ArgumentParser

/// For which case a command works, and why: what the audit log says of it.
struct CaseOptions: ParsableArguments {
  @Option(
    name: .customLong("case"),
    help: ArgumentHelp(
      "The reference of the case, never a name; without it, that of the card.", valueName: "ref"))
  var caseReference: String?

  @Option(
    help: ArgumentHelp("Why this is done, for the audit log; no personal data.", valueName: "text"))
  var reason: String?

  func validate() throws {
    for text in [caseReference, reason].compactMap({ $0 })
    where text.isEmpty || text.utf8.count > 500 {
      throw ValidationError("--case and --reason take a text of at most 500 bytes")
    }
  }
}
