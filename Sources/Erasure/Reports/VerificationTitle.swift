internal import Reporting
internal import ScanModel

/// The head of the page: what it states, and the facts that it rests on.
struct VerificationTitle {
  let page: VerificationPage

  private var report: VerificationReport { page.report }

  func write(into html: inout HTMLText) {
    html.element("header") { html in
      html.element("p", ["class": "brand"], "Vindplaats")
      html.element("h1", "\(report.title(in: page.language)): \(subject[page.language])")
      html.element("p", ["class": "lede"], lede)
      if report.moment == .after, report.outcome == .passed, let kept = report.decisions.keptPhrase
      {
        html.element("p", ["class": "lede"], kept)
      }
      if let gap = report.gapPhrase {
        html.element("p", ["class": "lede"], Phrase("\(gap.dutch).", "\(gap.english)."))
      }
      if report.outcome != .passed { html.element("p", ["class": "notice"], notice) }
      facts(into: &html)
    }
    html.line()
  }

  private var subject: Phrase {
    switch report.moment {
    case .before: Phrase("controle vóór de verwijdering", "check before the deletion")
    case .after: Phrase("controle na de verwijdering", "check after the deletion")
    }
  }

  private var lede: Phrase {
    switch (report.moment, report.outcome) {
    case (.after, .passed):
      Phrase(
        "Wat volgens het plan weg moest, is \(VerificationWording.scope(.after, .nl)). Wat moest blijven, "
          + "is er nog en is niet veranderd.",
        "What had to go by the plan was \(VerificationWording.scope(.after, .en)). What had to stay is "
          + "there and has not changed.")
    case (.before, .passed):
      Phrase(
        "Alles is zoals het plan zegt: het plan kan worden uitgevoerd, met deze tekst en geen andere.",
        "All is as the plan says: it can be carried out, with this text and no other.")
    case (_, .incomplete):
      Phrase(
        "In wat kon worden gelezen is niets mis, maar niet alles kon worden gelezen. Daarom is dit "
          + "geen bewijs.",
        "Nothing is wrong in what could be read, but not all could be read. So this proves nothing."
      )
    case (_, .failed):
      Phrase(
        "Er is iets mis. De punten hieronder zeggen wat, en wat te doen.",
        "Something is wrong. The points below say what, and what to do.")
    }
  }

  private var notice: Phrase {
    let count = page.number.grouped(report.problems.count)
    return report.problems.count == 1
      ? Phrase("1 punt staat in de weg.", "1 point stands in the way.")
      : Phrase("\(count) punten staan in de weg.", "\(count) points stand in the way.")
  }

  private func facts(into html: inout HTMLText) {
    let plan = report.plan
    html.element("dl", ["class": "facts"]) { html in
      html.fact(Phrase("Zaak", "Case")) { $0.text(TerminalText.text(plan.caseReference)) }
      html.fact(Phrase("Gelezen", "Read")) {
        $0.text(Timestamp(localTimeOf: report.started).text(in: page.language))
      }
      html.fact(Phrase("Duur", "Duration")) {
        $0.text(page.number.duration(Double(report.ended - report.started)))
      }
      if page.form == .full {
        html.fact(Phrase("Door", "By")) { $0.text(TerminalText.text(report.author)) }
      }
      html.fact(Phrase("Plan", "Plan")) { html in
        html.element("code", plan.id)
        html.text(Phrase(" van ", " of "))
        html.text(Timestamp(localTimeOf: plan.made).text(in: page.language))
      }
      html.fact(Phrase("Kenmerk van deze controle", "Run")) { html in
        html.element("code", report.run)
      }
      if !report.earlierRun.isEmpty {
        html.fact(Phrase("Controle vooraf", "Check before")) { html in
          html.element("code", report.earlierRun)
        }
      }
      html.fact(Phrase("Versie", "Version")) { html in
        html.text("Vindplaats \(report.program), ")
        html.text(Phrase("regels ", "rules "))
        html.element("code", report.patterns)
        if report.program != plan.program || report.patterns != plan.patterns {
          html.text(Phrase(" (plan: ", " (plan: "))
          html.text("\(plan.program), \(plan.patterns))")
        }
      }
      html.fact(Phrase("Personen", "People")) { html in
        html.text(
          page.form == .full
            ? TerminalText.text(plan.subjects.joined(separator: ", ")) : "\(plan.subjects.count)")
      }
      places(into: &html)
      code(Phrase("Auditlogboek tot en met", "Audit log up to"), report.auditHead, into: &html)
      code(
        Phrase("Code van de tekst van het plan", "Code of the plan's text"), report.planCode,
        into: &html)
    }
  }

  private func places(into html: inout HTMLText) {
    let scope = report.plan.scope
    guard page.form == .full else {
      return html.fact(Phrase("Plaatsen", "Places")) { $0.text("\(scope.roots.count)") }
    }
    html.fact(Phrase("Plaatsen", "Places"), isWide: true) { html in
      for root in scope.roots.prefix(20) {
        html.element("code", ["class": "path"], TerminalText.path(root.path))
      }
      if scope.roots.count > 20 {
        let rest = scope.roots.count - 20
        html.text(
          Phrase("en nog \(rest); het plan noemt ze", "and \(rest) more; the plan names them"))
      }
    }
    if !scope.options.isEmpty {
      html.fact(Phrase("Opties", "Options"), isWide: true) { html in
        html.element("code", TerminalText.text(scope.options.joined(separator: " ")))
      }
    }
  }

  private func code(_ name: Phrase, _ text: String, into html: inout HTMLText) {
    guard !text.isEmpty else { return }
    html.fact(name, isWide: true) { $0.element("code", text) }
  }
}
