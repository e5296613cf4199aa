internal import Reporting
internal import ScanModel

/// The account of a search as names and texts.
struct AccountFacts {
  let facts: [(name: Phrase, text: String)]

  /// What an officer must not forget.
  static let limit = Phrase(
    "Niet gevonden betekent: niet gevonden met deze gegevens, in wat is doorzocht, op dit moment.",
    "Not found means: not found by these identifiers, in what was searched, at this time.")

  init(_ report: LocateReport) {
    let account = report.account
    let language = report.style.language
    let number = NumberText(language)
    var facts: [(name: Phrase, text: String)] = [
      (Phrase("Kenmerk", "Search"), account.id)
    ]
    if !account.caseReference.isEmpty {
      facts.append((Phrase("Zaak", "Case"), TerminalText.text(account.caseReference)))
    }
    if !account.reason.isEmpty {
      facts.append((Phrase("Reden", "Reason"), TerminalText.text(account.reason)))
    }
    facts += [
      (Phrase("Begin", "Started"), Timestamp(localTimeOf: account.started).text(in: language)),
      (Phrase("Einde", "Ended"), Timestamp(localTimeOf: account.ended).text(in: language)),
      (
        Phrase("Bereik", "Scope"),
        account.roots.isEmpty
          ? Phrase("de opslag", "the store")[language]
          : account.roots.map(TerminalText.path).joined(separator: ", ")
      ),
      (
        Phrase("Opties", "Options"),
        account.options.isEmpty
          ? Phrase("standaard", "defaults")[language]
          : TerminalText.text(account.options.joined(separator: " "))
      ),
      (Phrase("Versie", "Version"), "Vindplaats \(account.toolVersion)"),
      (Phrase("Patronen", "Patterns"), account.patternVersion),
      (Phrase("Recept", "Recipe"), account.recipe),
    ]
    for subject in account.subjects {
      let values = subject.identifiers.map { identifier in
        let variants = subject.variantCounts[identifier.attribute]
        return "\(identifier.attribute.phrase[language]) "
          + TerminalText.text(report.style.shown(identifier.value))
          + (variants.map { " (\(number.grouped($0))\u{D7})" } ?? "")
      }
      facts.append(
        (
          Phrase(
            "Gezocht voor \(TerminalText.text(subject.reference))",
            "Looked for, \(TerminalText.text(subject.reference))"), values.joined(separator: ", ")
        ))
    }
    if let head = account.auditHead {
      facts.append((Phrase("Logboek", "Audit log"), head))
    }
    self.facts = facts
  }
}
