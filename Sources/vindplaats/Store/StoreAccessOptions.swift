internal import ArgumentParser
internal import FindingStore
internal import Reporting
internal import ScanModel

/// What every command takes that works with a store that is there.
struct StoreAccessOptions: ParsableArguments {
  @OptionGroup var place: StoreOptions
  @OptionGroup var messages: MessageOptions
  @OptionGroup var languages: LanguageOptions

  var language: ReportLanguage { languages.language }

  /// Opens the store; fails with the status that its fault has.
  func open(for access: FindingStore.Access) throws -> FindingStore {
    try place.open(for: access, language)
  }

  /// What the store answers; fails with the status that its fault has.
  func ask<Answer>(_ question: () throws(StoreError) -> Answer) throws -> Answer {
    try StoreError.telling(in: language, question)
  }

  /// Where the finding is that is called so; fails where there is none, or more than one.
  func place(of id: FindingID, in store: FindingStore) throws -> FindingPlace {
    let places = try ask { () throws(StoreError) in try store.places(of: id) }
    if let place = places.first, places.count == 1 { return place }
    throw CommandFailure(
      message: places.isEmpty
        ? language.choose(
          nl: "de opslag kent geen vondst \(id.description); 'vindplaats findings' noemt ze",
          en: "the store knows no finding \(id.description); 'vindplaats findings' names them")
        : language.choose(
          nl: "\(places.count) vondsten in verschillende bestanden heten \(id.description); wijs "
            + "een andere vondst van de waarde aan, of een soort met --kind en --under",
          en: "\(places.count) findings in different files are called \(id.description); name "
            + "another finding of the value, or a kind with --kind and --under"),
      status: .usage)
  }
}

/// A command that works with a store that is there.
protocol StoreCommand: TellingCommand {
  var access: StoreAccessOptions { get }
}

extension StoreCommand {
  var messages: MessageOptions { access.messages }
  var keyFile: KeyFile? { access.place.keyFile }
}

extension FindingID {
  /// The name of a finding as it was typed.
  static func typed(_ text: String) throws -> FindingID {
    guard let id = FindingID(text) else {
      throw ValidationError(
        "write the name of a finding as 'vindplaats findings' does: k3f7q2ab1x.3, or "
          + "k3f7q2ab1x.p1 for one in a path")
    }
    return id
  }
}
