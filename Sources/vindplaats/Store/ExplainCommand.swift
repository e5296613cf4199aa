internal import ArgumentParser
internal import FindingStore
internal import Glibc
internal import PatternCatalog
internal import Reporting
internal import ScanModel

/// Says why a finding was made, step by step.
struct ExplainCommand: StoreQuestion {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say why a finding was made, step by step.")

  @Argument(
    help: ArgumentHelp(
      "The finding, as 'findings' names it: k3f7q2ab1x.3, or k3f7q2ab1x.p1 for one in a path.",
      valueName: "finding"),
    transform: FindingID.typed)
  var finding: FindingID

  @OptionGroup(title: "The store of findings") var reading: StoreReadingOptions

  func run() throws {
    let catalog = try reading.catalogOptions.catalog()
    let store = try reading.open()
    let place = try access.place(of: finding, in: store)
    let explanation = try reading.ask { () throws(StoreError) in
      try store.explanation(of: place, DecisionBook(in: store, at: Int64(time(nil))))
    }
    let text = ExplanationText(
      explanation, catalog.pattern(withID: explanation.finding.kind), reading.language)
    try StandardOutput.print(text.lines.joined(separator: "\n"))
  }
}
