internal import Reporting
internal import ScanModel
internal import Subjects

/// Every item of the plan: what it was, what was decided, what became of it.
struct VerificationItems {
  let page: VerificationPage

  private let numberHead = Phrase("Nr.", "No.")
  private let fileHead = Phrase("Bestand", "File")
  private let decisionHead = Phrase("Besluit", "Decision")
  private let beforeHead = Phrase("Toen", "Then")
  private let until = Phrase("tot en met", "until")
  private let afterHead = Phrase("Nu", "Now")

  func write(into html: inout HTMLText) {
    let counts = page.report.decisions.phrase
    let wrongItems = Set(page.report.problems.compactMap(\.item))
    html.element("section", ["id": "items"]) { html in
      html.element("h2", Phrase("Onderdelen", "Items"))
      guard !page.report.items.isEmpty else {
        return html.element(
          "p", Phrase("Het plan heeft geen onderdelen.", "The plan has no items."))
      }
      html.element("p", Phrase("\(counts.dutch).", "\(counts.english)."))
      html.element("table", ["class": "stack"]) { html in
        html.columns([
          (numberHead, true), (fileHead, false), (decisionHead, false), (beforeHead, false),
          (afterHead, false),
        ])
        html.element("tbody") { html in
          for entry in page.report.items {
            html.element("tr") { row(entry, wrongItems, into: &$0) }
          }
        }
      }
    }
    html.line()
  }

  private func row(
    _ entry: VerificationReport.Item, _ wrongItems: Set<Int>, into html: inout HTMLText
  ) {
    let item = entry.item
    html.cell(numberHead, "num", "\(item.number)")
    html.cell(fileHead, "file") { html in
      if page.form == .full {
        html.path(item.path)
      } else {
        html.element("code", item.facts.digest.map { String($0.prefix(16)) } ?? "–")
      }
      html.element("p", ["class": "about"]) { $0.text(about(item)) }
    }
    html.cell(decisionHead) { html in
      html.element(
        "span", ["class": "strong"], item.decision.choice?.phrase ?? Phrase("nog niet", "not yet"))
      let details = [
        item.decision.ground?.phrase[page.language],
        item.decision.until.map { "\(until[page.language]) \($0.text)" },
      ].compactMap { $0 }
      if !details.isEmpty {
        html.element("p", ["class": "about"], details.joined(separator: ", "))
      }
      if page.form == .full, !item.decision.note.isEmpty {
        html.element("p", ["class": "about"], TerminalText.text(item.decision.note))
      }
    }
    html.cell(beforeHead) { html in
      html.text(before(item))
    }
    html.cell(afterHead, "nowrap") { html in
      html.element(
        "span", ["class": wrongItems.contains(item.number) ? "band high" : "band low"],
        entry.outcome.phrase)
    }
  }

  /// `docx · 12,3 kB · 2024-05 · eigenaar jansen`.
  private func about(_ item: PlanItem) -> Phrase {
    let facts = [
      item.contentType, page.number.byteCount(item.facts.byteCount),
      PlanPeriod.month(item.facts.modified),
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    guard page.form == .full, !item.facts.owner.isEmpty else { return Phrase(facts, facts) }
    let owner = TerminalText.text(item.facts.owner)
    return Phrase("\(facts) · eigenaar \(owner)", "\(facts) · owner \(owner)")
  }

  private func before(_ item: PlanItem) -> Phrase {
    var dutch = hits(of: item, .nl) ?? "niets gevonden"
    var english = hits(of: item, .en) ?? "nothing found"
    if let likeness = item.likeness {
      dutch += "; naar zijn naam \(likeness.text(.nl))"
      english += "; by its name \(likeness.text(.en))"
    }
    if item.otherPeopleCount > 0 {
      let count = "\(item.otherPeopleCount)\(item.otherPeopleIsLowerBound ? "+" : "")"
      let others = Phrase.others(
        item.otherPeopleCount, isAtLeast: item.otherPeopleIsLowerBound)
      dutch += "; gegevens van ongeveer \(count) \(others[.nl])"
      english += "; data of about \(count) \(others[.en])"
    }
    if !item.copies.isEmpty {
      dutch += "; gelijk aan \(item.copies.map { "\($0)" }.joined(separator: ", "))"
      english += "; equal to \(item.copies.map { "\($0)" }.joined(separator: ", "))"
    }
    if !item.within.isEmpty {
      let numbers = item.within.map { "\($0)" }.joined(separator: ", ")
      dutch += "; gelijk aan een onderdeel van \(numbers)"
      english += "; equal to a member of \(numbers)"
    }
    return Phrase(dutch, english)
  }
}

extension VerificationItems {
  /// `2 × BSN, 1 × naam`; nil for nothing.
  private func hits(of item: PlanItem, _ language: ReportLanguage) -> String? {
    let hits = SubjectAttribute.allCases.compactMap { attribute in
      item.hits[attribute.rawValue].map { "\($0) × \(attribute.phrase[language])" }
    }
    return hits.isEmpty ? nil : hits.joined(separator: ", ")
  }
}

extension KeepGround {
  var phrase: Phrase {
    switch self {
    case .otherPerson: Phrase("iemand anders", "somebody else")
    case .procedure: Phrase("klacht, bezwaar of rechtszaak", "complaint, objection or lawsuit")
    case .restriction: Phrase("beperking van de verwerking", "restriction of processing")
    case .retention: Phrase("wettelijke bewaartermijn", "term set by law")
    case .archiefwet: Phrase("Archiefwet", "Archiefwet")
    case .other: Phrase("andere grond", "another ground")
    }
  }
}

extension ItemDecision.Choice {
  var phrase: Phrase {
    switch self {
    case .delete: Phrase("verwijderen", "delete")
    case .passages: Phrase("passages verwijderen", "delete passages")
    case .keep: Phrase("bewaren", "keep")
    }
  }
}

extension ItemOutcome {
  var phrase: Phrase {
    switch self {
    case .unchanged: Phrase("onveranderd", "unchanged")
    case .changed: Phrase("veranderd", "changed")
    case .gone: Phrase("weg", "gone")
    case .stillThere: Phrase("nog aanwezig", "still there")
    case .passagesGone: Phrase("passages weg", "passages gone")
    case .passagesLeft: Phrase("nog passages", "passages left")
    case .unread: Phrase("niet gelezen", "not read")
    case .notLookedAt: Phrase("niet bekeken", "not looked at")
    }
  }
}
