internal import ScanModel

/// A text in both languages of reports.
package struct Phrase: Hashable, Sendable {
  package let dutch: String
  package let english: String

  package init(_ dutch: String, _ english: String) {
    self.dutch = dutch
    self.english = english
  }

  package subscript(language: ReportLanguage) -> String {
    switch language {
    case .nl: dutch
    case .en: english
    }
  }

  /// The noun after a number of files.
  package static func files(_ count: Int) -> Phrase {
    count == 1 ? Phrase("bestand", "file") : Phrase("bestanden", "files")
  }

  /// The noun after a number of items of a plan.
  package static func items(_ count: Int) -> Phrase {
    count == 1 ? Phrase("onderdeel", "item") : Phrase("onderdelen", "items")
  }

  /// How many of the listed files were not read, or not wholly; a clause without capital and full stop.
  package static func unread(_ count: Int, of listedCount: Int) -> Phrase {
    let noun = files(listedCount)
    return Phrase(
      "\(count) van \(listedCount) \(noun.dutch) \(count == 1 ? "is" : "zijn") niet of niet volledig "
        + "gelezen",
      "\(count) of \(listedCount) \(noun.english) \(count == 1 ? "was" : "were") not read, or not wholly"
    )
  }

  /// What stands after a number of people who are not the one that is asked for; `isAtLeast` where they
  /// may be more.
  package static func others(_ count: Int, isAtLeast: Bool) -> Phrase {
    count == 1 && !isAtLeast ? Phrase("ander", "other") : Phrase("anderen", "others")
  }

  /// Says which protections the system did not give.
  package static func missingProtections(_ names: [String]) -> Phrase {
    let list = names.joined(separator: ", ")
    return Phrase(
      "Documenten zijn gelezen zonder bescherming die dit systeem niet biedt: \(list).",
      "Documents were read without protections that this system does not offer: \(list).")
  }

  /// Says how many files were not read anew.
  static func recalled(_ count: Int) -> Phrase {
    let files = Phrase.files(count)
    let dutch = NumberText(.nl).grouped(count)
    let english = NumberText(.en).grouped(count)
    return Phrase(
      "\(dutch) \(files[.nl]) niet opnieuw doorzocht: een eerdere scan heeft dezelfde inhoud onderzocht.",
      "\(english) \(files[.en]) not searched anew: an earlier scan examined the same content.")
  }

  /// Says how many findings people have decided about; nil for none.
  static func decided(_ counts: DecidedCounts?) -> Phrase? {
    guard let counts, counts != DecidedCounts() else { return nil }
    func say(_ language: ReportLanguage, _ text: (String, String) -> String) -> String {
      let number = NumberText(language)
      return text(number.grouped(counts.accepted), number.grouped(counts.rejected))
    }
    return Phrase(
      say(.nl) { "waarvan \($0) aanvaard en \($1) afgewezen (geen persoonsgegeven)" },
      say(.en) { "of which \($0) accepted and \($1) rejected (no personal data)" })
  }

  /// The noun after a number of kinds.
  static func kinds(_ count: Int) -> Phrase {
    count == 1
      ? Phrase("soort gegevens", "kind of data") : Phrase("soorten gegevens", "kinds of data")
  }

  /// The noun after a number of findings.
  static func findings(_ count: Int) -> Phrase {
    count == 1 ? Phrase("vindplaats", "finding") : Phrase("vindplaatsen", "findings")
  }
}
