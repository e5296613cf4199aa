internal import Reporting
internal import ScanModel

/// The page of a search: whose data lie where, what was not searched, how it was done.
struct LocatePage {
  private let report: LocateReport
  private let style: ReportStyle
  private let number: NumberText

  /// The files of one verdict that are shown, and what was not searched.
  private static let fileLimit = 1_000
  private static let gapLimit = 500

  init(_ report: LocateReport) {
    self.report = report
    style = report.style
    number = NumberText(report.style.language)
  }

  func write(_ take: ([UInt8]) throws(ReportError) -> Void) throws(ReportError) {
    var html = HTMLText(style.language)
    html.beginPage(
      title: Phrase("Gegevens van \(references)", "Data of \(references)")[html.language])
    title(&html)
    html.markup("<main>\n")
    try take(html.takeBytes())
    for card in report.account.subjects.indices {
      try subject(card, &html, take)
    }
    if let summary = report.summary {
      CoverageSection(
        summary: summary,
        leftOut: report.unsearched.leftOut.prefix(Self.gapLimit).map { ($0.path, $0.reason) },
        omittedLeftOutCount: report.unsearched.leftOutCount
          - min(Self.gapLimit, report.unsearched.leftOut.count), number: number
      ).write(into: &html)
    }
    gaps(&html)
    account(&html)
    html.markup("</main>\n</body>\n</html>\n")
    try take(html.takeBytes())
  }

  private var references: String {
    report.account.subjects.map { TerminalText.text($0.reference) }.joined(separator: ", ")
  }

  // MARK: Title

  private func title(_ html: inout HTMLText) {
    html.element("header") { html in
      html.element("p", ["class": "brand"], "Vindplaats")
      html.element("h1", Phrase("Gegevens van \(references)", "Data of \(references)"))
      for card in report.account.subjects.indices {
        html.element("p", ["class": "lede"], outcome(card))
      }
      notices(&html)
      html.element("dl", ["class": "facts"]) { html in
        for fact in AccountFacts(report).facts.prefix(while: { !$0.name.isScope }) {
          html.element("div") { html in
            html.element("dt", fact.name)
            html.element("dd", fact.text)
          }
        }
      }
      html.element("nav", ["aria-label": Phrase("Inhoud", "Contents")[html.language]]) { html in
        for (card, subject) in report.account.subjects.enumerated() {
          html.element("a", ["href": "#subject-\(card)"], TerminalText.text(subject.reference))
        }
        if report.summary != nil {
          html.element("a", ["href": "#coverage"], Phrase("Dekking", "Coverage"))
        }
        html.element("a", ["href": "#gaps"], Phrase("Niet doorzocht", "Not searched"))
        html.element("a", ["href": "#account"], Phrase("Verantwoording", "Account"))
      }
    }
    html.line()
  }

  private func outcome(_ card: Int) -> Phrase {
    let counts = LocateTotals(report.entries(of: card), language: style.language).verdicts
    let reference = TerminalText.text(report.account.subjects[card].reference)
    guard counts.total > 0 else {
      return Phrase(
        "\(reference): niet gevonden in wat is doorzocht.",
        "\(reference): not found in what was searched.")
    }
    func list(_ language: ReportLanguage) -> String {
      PersonVerdict.allCases.compactMap { verdict in
        counts[verdict].map { count in
          "\(verdict.phrase[language]) in \(NumberText(language).grouped(count)) "
            + Phrase.files(count)[language]
        }
      }.joined(separator: ", ")
    }
    return Phrase("\(reference): \(list(.nl)).", "\(reference): \(list(.en)).")
  }

  private func notices(_ html: inout HTMLText) {
    if report.summary?.wasInterrupted == true {
      html.element(
        "p", ["class": "notice"],
        Phrase(
          "Het zoeken is onderbroken. Wat hier ontbreekt, is niet doorzocht.",
          "The search was interrupted. What is missing here was not searched."))
    } else if !report.isComplete {
      html.element(
        "p", ["class": "notice"],
        Phrase(
          "Niet alles kon worden doorzocht; wat ontbreekt staat onder Niet doorzocht.",
          "Not everything could be searched; what is missing stands under Not searched."))
    }
    if style.revealsValues {
      html.element(
        "p", ["class": "notice"],
        Phrase(
          "Dit rapport toont persoonsgegevens voluit. Bewaar en deel het als de gegevens zelf.",
          "This report shows personal data in full. Keep and share it like the data themselves."))
    }
  }

  // MARK: Subjects

  private func subject(
    _ card: Int, _ html: inout HTMLText, _ take: ([UInt8]) throws(ReportError) -> Void
  ) throws(ReportError) {
    let entries = report.entries(of: card)
    let totals = LocateTotals(entries, language: style.language)
    html.open("section", ["id": "subject-\(card)"])
    html.element("h2", TerminalText.text(report.account.subjects[card].reference))
    html.element("p", outcome(card))
    if !entries.isEmpty {
      table(Phrase("Map", "Folder"), LocateTotals.ranked(totals.folders), isPath: true, &html)
      table(Phrase("Eigenaar", "Owner"), LocateTotals.ranked(totals.owners), isPath: false, &html)
      table(
        Phrase("Gegeven", "Kind of data"),
        SubjectAttribute.byWeight.compactMap { attribute in
          totals.attributes[attribute].map { (attribute.phrase[style.language], $0) }
        }, isPath: false, &html)
      table(
        Phrase("Soort document", "Kind of document"), LocateTotals.ranked(totals.documentKinds),
        isPath: false, &html)
    }
    for verdict in PersonVerdict.allCases {
      let files = entries.filter { $0.file.verdict == verdict }
      guard !files.isEmpty else { continue }
      html.element("h3") { html in
        html.text(verdict.phrase[html.language].capitalizedFirst)
        html.element("small", " \(number.grouped(files.count))")
      }
      html.element("p", verdict.explanation)
      try take(html.takeBytes())
      for entry in files.prefix(Self.fileLimit) {
        LocatedFileSection(entry: entry, style: style).write(into: &html)
        try take(html.takeBytes())
      }
      html.more(files.count - Self.fileLimit, in: "CSV", number)
    }
    html.markup("</section>\n")
    try take(html.takeBytes())
  }

  private func table(
    _ head: Phrase, _ rows: [(name: String, counts: [PersonVerdict: Int])], isPath: Bool,
    _ html: inout HTMLText
  ) {
    html.element("table", ["class": "stack even"]) { html in
      html.columns([(head, false)] + PersonVerdict.allCases.map { ($0.phrase, true) })
      html.element("tbody") { html in
        for row in rows.prefix(Self.gapLimit) {
          html.element("tr") { html in
            html.cell(head) { html in
              isPath
                ? html.element("span", ["class": "path"], row.name) : html.text(row.name)
            }
            for verdict in PersonVerdict.allCases {
              html.cell(verdict.phrase, "num", number.grouped(row.counts[verdict] ?? 0))
            }
          }
        }
      }
    }
    html.more(rows.count - Self.gapLimit, in: "CSV", number)
  }

  // MARK: Account

  private func gaps(_ html: inout HTMLText) {
    let gaps = report.unsearched.gaps.map { gap in
      FileGap(
        path: gap.path, byteCount: gap.byteCount, contentType: gap.contentType,
        outcome: gap.outcome, members: gap.members)
    }.sorted { $0.precedes($1) }
    GapSection(
      gaps: Array(gaps.prefix(Self.gapLimit)),
      omittedCount: report.unsearched.gapCount - min(Self.gapLimit, gaps.count), number: number
    ).write(into: &html)
  }

  private func account(_ html: inout HTMLText) {
    html.element("section", ["id": "account"]) { html in
      html.element("h2", Phrase("Verantwoording", "Account of the search"))
      html.element("ul") { html in
        for sentence in ServedText(report: report).sentences { html.element("li", sentence) }
        html.element("li", AccountFacts.limit)
      }
      html.element("dl", ["class": "facts"]) { html in
        for fact in AccountFacts(report).facts {
          html.element("div", ["class": fact.text.count > 40 ? "wide" : "fact"]) { html in
            html.element("dt", fact.name)
            html.element("dd", fact.text)
          }
        }
      }
    }
    html.line()
  }
}

extension Phrase {
  /// Whether the facts of the title end here.
  fileprivate var isScope: Bool { english == "Scope" }
}

extension String {
  /// With a capital at its beginning.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension PersonVerdict {
  fileprivate var explanation: Phrase {
    switch self {
    case .thisPerson:
      Phrase(
        "Een sterk kenmerk of een combinatie wijst deze persoon aan.",
        "A strong identifier or a combination points to this person.")
    case .possiblyAnother:
      Phrase(
        "Alleen een naam of een zwak kenmerk: beoordeel zelf of het deze persoon is.",
        "A name or a weak sign alone: judge whether it is this person.")
    case .otherPerson:
      Phrase(
        "De naam hoort bij een ander BSN, een andere geboortedatum of een andere voornaam.",
        "The name belongs to another BSN, birth date or first name.")
    }
  }
}
