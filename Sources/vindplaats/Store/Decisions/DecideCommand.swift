internal import ArgumentParser
internal import FindingStore
internal import Glibc
internal import Reporting
internal import ScanModel

/// Accepts findings: personal data that may be where it is.
struct AcceptCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Accept findings: personal data that may be where it is.",
    discussion: DecideCommands.discussion)

  @OptionGroup var decision: DecisionOptions
  @OptionGroup(title: "The store of findings") var access: StoreAccessOptions

  func run() throws {
    try DecideCommands.decide(.accepted, decision, access)
  }
}

/// Rejects findings: no personal data.
struct RejectCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Reject findings: no personal data.",
    discussion: DecideCommands.discussion)

  @OptionGroup var decision: DecisionOptions
  @OptionGroup(title: "The store of findings") var access: StoreAccessOptions

  func run() throws {
    try DecideCommands.decide(.rejected, decision, access)
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
    _ verdict: DecisionVerdict, _ options: DecisionOptions, _ access: StoreAccessOptions
  ) throws {
    let store = try access.open(for: .change)
    let target = try options.target(in: store, access)
    let decision = try access.ask { () throws(StoreError) in
      try store.decide(
        verdict, on: target, reason: options.reason,
        author: options.author ?? Environment.userName, made: Int64(time(nil)),
        expires: options.until?.end)
    }
    let line = DecisionLine(decision, access.language)
    try StandardOutput.print(line.text(at: Int64(time(nil))))
  }
}
