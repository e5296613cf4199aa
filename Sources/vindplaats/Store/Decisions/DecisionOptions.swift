internal import ArgumentParser
internal import FindingStore
internal import PatternCatalog
internal import Reporting
internal import ScanModel

/// About what a decision is, why, by whom and until when.
struct DecisionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "This value of this kind in this file and part, by the id of a finding.", valueName: "id"),
    transform: FindingID.typed)
  var finding: FindingID?

  @Option(
    name: .customLong("value-of"),
    help: ArgumentHelp("The value of this finding, wherever it is.", valueName: "id"),
    transform: FindingID.typed)
  var valueOf: FindingID?

  @Option(
    help: ArgumentHelp("All values of this kind below the folder of --under.", valueName: "id"))
  var kind: String?

  @Option(
    help: ArgumentHelp("The folder for --kind.", valueName: "path"), completion: .directory)
  var under: String?

  @Option(help: ArgumentHelp("Why, for those who read it later.", valueName: "text"))
  var reason: String

  @Option(help: ArgumentHelp("Who decides; without it, your user name.", valueName: "name"))
  var author: String?

  @Option(
    help: ArgumentHelp("The last day on which it counts: 2027-06-30.", valueName: "date"))
  var until: CalendarDay?

  func validate() throws {
    let count = [finding != nil, valueOf != nil, kind != nil].filter { $0 }.count
    guard count == 1, (kind == nil) == (under == nil) else {
      throw ValidationError("say about what: --finding, --value-of, or --kind with --under")
    }
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw ValidationError("--reason is empty; say why, for those who read it later")
    }
    if author == "" || kind == "" || under == "" {
      throw ValidationError("--author, --kind and --under take a text")
    }
  }

  /// What the options name; throws for a kind that no scan could find.
  func target(in store: FindingStore, _ access: StoreAccessOptions) throws -> DecisionTarget {
    if let finding { return .finding(try access.place(of: finding, in: store)) }
    if let valueOf { return .value(of: try access.place(of: valueOf, in: store)) }
    let id = kind ?? ""
    let isBuiltIn = try CatalogOptions.catalog(with: []).pattern(withID: id)?.isReported == true
    let isKnown =
      try isBuiltIn
      || access.ask { () throws(StoreError) in
        try store.hasFound(kind: id)
      }
    if !isKnown {
      throw CommandFailure(
        message: access.language.choose(
          nl: "geen soort heet '\(id)'; 'vindplaats patterns list' noemt ze",
          en: "no kind is called '\(id)'; 'vindplaats patterns list' names them"),
        status: .usage)
    }
    let path = TypedText.path(under ?? "")
    return .kind(id, under: path.real ?? path.absolute)
  }
}
