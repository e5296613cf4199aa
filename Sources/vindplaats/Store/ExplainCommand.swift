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

  @Argument(help: "The finding, as 'findings' names it: 12.3, or i45.3 for one in a path.")
  var finding: String

  @OptionGroup(title: "The store of findings") var reading: StoreReadingOptions

  func run() throws {
    let language = reading.language
    guard let id = FindingID(finding) else {
      throw CommandFailure(
        message: language.choose(
          nl:
            "'\(TypedText.visible(finding))' is geen naam van een vondst; 'vindplaats findings' geeft "
            + "namen als 12.3",
          en:
            "'\(TypedText.visible(finding))' is no name of a finding; 'vindplaats findings' gives "
            + "names such as 12.3"), status: .usage)
    }
    let catalog = try reading.catalogOptions.catalog()
    let store = try reading.open()
    let explanation = try reading.ask { () throws(StoreError) in
      try store.explanation(of: id, DecisionBook(in: store, at: Int64(time(nil))))
    }
    guard let explanation else {
      throw CommandFailure(
        message: language.choose(
          nl: "de opslag kent geen vondst \(id); 'vindplaats findings' noemt ze",
          en: "the store knows no finding \(id); 'vindplaats findings' names them"),
        status: .usage)
    }
    let text = ExplanationText(
      explanation, catalog.pattern(withID: explanation.finding.kind), language)
    try StandardOutput.print(text.lines.joined(separator: "\n"))
  }
}
