package import Reporting
internal import ScanModel

/// A plan as the text that an officer fills in.
package struct PlanText {
  private let plan: ErasurePlan
  private let seal: PlanSeal
  private let language: ReportLanguage

  package init(_ plan: ErasurePlan, seal: PlanSeal, language: ReportLanguage) {
    self.plan = plan
    self.seal = seal
    self.language = language
  }

  package var text: String {
    var lines = guide.map { $0.isEmpty ? "#" : "# " + $0 }
    lines.append("")
    lines += PlanFactsText.lines(of: plan)
    lines += ["seal: \(YAMLText.quoted(seal.seal(of: plan)))", "", "items:"]
    if plan.items.isEmpty { lines[lines.count - 1] = "items: []" }
    for item in plan.items { lines += self.lines(of: item) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(of item: PlanItem) -> [String] {
    let facts = PlanFactsText.lines(of: item)
    var lines = facts.head
    lines += advice(on: item).map { "# " + $0 }
    let decision = item.decision
    lines.append(Self.field("decision", decision.choice?.rawValue))
    lines.append(Self.field("ground", decision.ground?.rawValue))
    lines.append(Self.field("until", decision.until?.text))
    lines.append(Self.field("note", decision.note.isEmpty ? nil : YAMLText.quoted(decision.note)))
    lines += facts.rest
    lines.append("seal: \(YAMLText.quoted(seal.seal(of: item, inPlan: plan.id)))")
    return [""] + lines.enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
  }

  private static func field(_ name: String, _ value: String?) -> String {
    value.map { "\(name): \($0)" } ?? "\(name):"
  }

  /// What speaks for a decision; never a value.
  private func advice(on item: PlanItem) -> [String] {
    var advice: [String] = []
    if let hold = item.hold {
      let end = hold.until.map(\.text)
      advice.append(
        language.choose(
          nl: "onder een bewaarplicht of blokkade (\(hold.ground.rawValue)"
            + (end.map { ", tot en met \($0)" } ?? "") + "): niet te verwijderen",
          en: "under a hold (\(hold.ground.rawValue)" + (end.map { ", until \($0)" } ?? "")
            + "): not to be deleted"))
    } else if item.decision.ground == .otherPerson {
      advice.append(
        language.choose(
          nl: "voorstel keep: waarschijnlijk iemand anders, of alleen een achternaam; controleer",
          en: "proposed keep: probably somebody else, or a surname alone; check"))
    } else if item.decision.choice == nil, item.otherPeopleCount > 0 {
      let count = "\(item.otherPeopleCount)\(item.otherPeopleIsLowerBound ? "+" : "")"
      advice.append(
        language.choose(
          nl: "voorstel passages: gegevens van (ongeveer) \(count) "
            + "\(count == "1" ? "ander" : "anderen") zouden mee verdwijnen",
          en: "proposed passages: data of (about) \(count) "
            + "\(count == "1" ? "other person" : "other people") would go with it"))
    }
    if let likeness = item.likeness {
      advice.append(
        language.choose(
          nl: "naar zijn naam: \(likeness.text(.nl)); er is niets in gevonden, bekijk het zelf",
          en: "by its name: \(likeness.text(.en)); nothing was found in it, look at it yourself"))
    }
    if !item.reading.isEmpty, item.reading != PlanReading.searched {
      let reason = PlanReading.phrase(item.reading)[language]
      advice.append(
        language.choose(
          nl: "niet of niet volledig gelezen (\(reason)): bekijk het bestand zelf",
          en: "not read, or not wholly (\(reason)): look at the file yourself"))
    }
    if item.linksOutsideCount > 0 {
      advice.append(
        language.choose(
          nl: "hetzelfde bestand heeft nog \(item.linksOutsideCount) andere namen (harde "
            + "koppelingen) die niet in dit plan staan",
          en: "the same file has \(item.linksOutsideCount) other names (hard links) that are not "
            + "in this plan"))
    }
    return advice
  }

  // MARK: The guide

  private var guide: [String] {
    let made = Timestamp(localTimeOf: plan.made).text(in: language)
    let reference = TerminalText.text(plan.caseReference)
    return switch language {
    case .nl:
      ["Plan voor verwijdering, zaak \(reference), gemaakt op \(made)"] + Self.dutchGuide
        + gaps
    case .en: ["Plan for a deletion, case \(reference), made on \(made)"] + Self.englishGuide + gaps
    }
  }

  private var gaps: [String] {
    guard !plan.coverage.isComplete else { return [] }
    let count = plan.coverage.listedCount - plan.coverage.searchedCount
    let unread = Phrase.unread(count, of: plan.coverage.listedCount)[language]
    return [
      "",
      language.choose(
        nl: "LET OP: \(unread); 'vindplaats locate' zegt welke.",
        en: "NOTE: \(unread); 'vindplaats locate' says which."),
    ]
  }

  private static let dutchGuide = """

    Vindplaats verwijdert zelf niets. Vul bij elk onderdeel (item) in:

      decision:  delete     het bestand gaat weg, met alle kopieën ervan
                 passages   alleen wat over deze persoon gaat, gaat weg; het bestand blijft
                            (lijsten, mailboxen, exports met ook anderen erin)
                 keep       het bestand blijft zoals het is; geef dan ook de grond
      ground:    other-person (gaat over iemand anders), procedure (klacht, bezwaar, rechtszaak),
                 restriction (beperking, art. 18 AVG), retention (wettelijke bewaartermijn),
                 archiefwet, other (leg uit bij note)
      until:     tot en met welke dag, zoals 2027-06-30; verplicht bij retention, restriction en other
      note:      toelichting, zonder persoonsgegevens

    Verander niets anders: de rest is verzegeld. Klopt er iets niet, maak dan een nieuw plan.
    Daarna: 'vindplaats erase verify-before', laat verwijderen, 'vindplaats erase verify-after'.
    """.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }

  private static let englishGuide = """

    Vindplaats deletes nothing itself. Fill in for each item:

      decision:  delete     the file goes, with all its copies
                 passages   only what is about this person goes; the file stays
                            (lists, mailboxes, exports with others in them)
                 keep       the file stays as it is; give the ground too
      ground:    other-person (about somebody else), procedure (complaint, objection, lawsuit),
                 restriction (of processing, art. 18 GDPR), retention (a term set by law),
                 archiefwet, other (explain in note)
      until:     the last day, such as 2027-06-30; needed for retention, restriction and other
      note:      an explanation, without personal data

    Change nothing else: the rest is sealed. Where something is wrong, make a new plan.
    Then: 'vindplaats erase verify-before', have it deleted, 'vindplaats erase verify-after'.
    """.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
}
