internal import ArgumentParser
internal import FindingStore
internal import PatternCatalog
internal import Reporting
internal import ScanModel

/// What every command takes that asks the store something.
struct StoreReadingOptions: ParsableArguments {
  @OptionGroup var access: StoreAccessOptions

  @OptionGroup var catalogOptions: CatalogOptions

  var language: ReportLanguage { access.language }

  /// The kinds that have names.
  func kinds() throws -> [KindDescription] {
    try catalogOptions.catalog().reportedKinds
  }

  func open() throws -> FindingStore {
    try access.open(for: .read)
  }

  /// What the store answers; fails with the status that its fault has.
  func ask<Answer>(_ question: () throws(StoreError) -> Answer) throws -> Answer {
    try access.ask(question)
  }

  /// The run that is called so.
  func run(named name: String, among runs: [StoredRun]) throws -> StoredRun {
    do throws(RunNameError) {
      return try runs.named(name)
    } catch {
      let typed = TypedText.visible(name)
      let message: Message =
        switch error {
        case .unknown:
          language.choose(
            nl: "geen run heet '\(typed)'; 'vindplaats runs' noemt ze",
            en: "no run is called '\(typed)'; 'vindplaats runs' names them")
        case .ambiguous:
          language.choose(
            nl: "meer dan \u{E9}\u{E9}n run begint met '\(typed)'; geef meer tekens van de naam",
            en: "more than one run begins with '\(typed)'; give more characters of its name")
        }
      throw CommandFailure(message: message, status: .usage)
    }
  }
}

/// A command that asks the store something.
protocol StoreQuestion: StoreCommand {
  var reading: StoreReadingOptions { get }
}

extension StoreQuestion {
  var access: StoreAccessOptions { reading.access }
}
