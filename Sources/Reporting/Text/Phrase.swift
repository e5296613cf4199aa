/// A text in both languages of reports.
struct Phrase: Hashable, Sendable {
  let dutch: String
  let english: String

  init(_ dutch: String, _ english: String) {
    self.dutch = dutch
    self.english = english
  }

  subscript(language: ReportLanguage) -> String {
    switch language {
    case .nl: dutch
    case .en: english
    }
  }

  /// The noun after a number of files.
  static func files(_ count: Int) -> Phrase {
    count == 1 ? Phrase("bestand", "file") : Phrase("bestanden", "files")
  }

  /// Says which protections the system did not give.
  static func missingProtections(_ names: [String]) -> Phrase {
    let list = names.joined(separator: ", ")
    return Phrase(
      "Documenten zijn gelezen zonder bescherming die dit systeem niet biedt: \(list).",
      "Documents were read without protections that this system does not offer: \(list).")
  }

  /// The noun after a number of findings.
  static func findings(_ count: Int) -> Phrase {
    count == 1 ? Phrase("vindplaats", "finding") : Phrase("vindplaatsen", "findings")
  }
}
