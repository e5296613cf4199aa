internal import Reporting
internal import ScanModel

/// What the verification does not say.
struct VerificationLimits {
  let page: VerificationPage

  private var report: VerificationReport { page.report }

  func write(into html: inout HTMLText) {
    html.element("section", ["id": "limits"]) { html in
      html.element("h2", Phrase("Wat dit niet zegt", "What this does not say"))
      html.element("ul") { html in
        for limit in limits { html.element("li", limit) }
      }
      if page.form == .full { beside(into: &html) }
    }
    html.line()
  }

  private var limits: [Phrase] {
    var limits = [scope, elsewhere]
    if report.leftOutCount > 0 {
      let count = page.number.grouped(report.leftOutCount)
      limits.append(
        Phrase(
          "\(count) bestanden of mappen zijn bewust buiten het onderzoek gelaten (zie Dekking); wat erin "
            + "staat, is niet bekend.",
          "\(count) files or folders were left out by choice (see Coverage); what they hold is not known."
        ))
    }
    if report.plan.hasCardInScope {
      limits.append(
        Phrase(
          "De kaart van deze zaak ligt zelf op deze plaatsen en is niet onderzocht.",
          "The card of this case lies in these places itself and was not examined."))
    }
    let links = report.plan.items.filter { $0.decision.choice != .keep && $0.linksOutsideCount > 0 }
    if !links.isEmpty {
      let numbers = links.map { "\($0.number)" }.joined(separator: ", ")
      limits.append(
        Phrase(
          "Onderdelen \(numbers) hadden nog namen (harde koppelingen) buiten deze plaatsen.",
          "Items \(numbers) had more names (hard links) outside these places."))
    }
    if report.weakPlaceCount > 0 {
      let count = page.number.grouped(report.weakPlaceCount)
      limits.append(
        Phrase(
          report.weakPlaceCount == 1
            ? "In één ander bestand staat alleen wat anderen ook kunnen hebben, zoals de achternaam; "
              + "dat telt niet mee."
            : "In \(count) andere bestanden staat alleen wat anderen ook kunnen hebben, zoals de "
              + "achternaam; die tellen niet mee.",
          report.weakPlaceCount == 1
            ? "One other file holds only what others may have too, such as the surname; it does not "
              + "count."
            : "\(count) other files hold only what others may have too, such as the surname; they do "
              + "not count."))
    }
    return limits
  }

  private var scope: Phrase {
    let (dutch, english) = (
      VerificationWording.scope(report.moment, .nl), VerificationWording.scope(report.moment, .en)
    )
    return switch report.moment {
    case .before: Phrase("Het zegt alleen \(dutch).", "It says only \(english).")
    case .after:
      Phrase(
        "Het zegt alleen: \(dutch). Het zegt niet dat gegevens van de gegevensdrager zijn gewist.",
        "It says only: \(english). It does not say that data were erased from the medium.")
    }
  }

  private var elsewhere: Phrase {
    switch report.moment {
    case .before:
      Phrase(
        "Reservekopieën, andere systemen en ontvangers zijn niet onderzocht.",
        "Backups, other systems and recipients were not examined.")
    case .after:
      Phrase(
        "Reservekopieën, andere systemen en ontvangers zijn niet onderzocht; vul hieronder in wat "
          + "daarvoor is afgesproken.",
        "Backups, other systems and recipients were not examined; fill in below what was agreed "
          + "for them.")
    }
  }

  /// Older versions beside what was to go that are no items themselves, which the officer should look at.
  private func beside(into html: inout HTMLText) {
    let paths = Set(
      report.plan.items.filter { $0.decision.choice != .keep }.flatMap(\.beside)
    ).subtracting(report.plan.items.map(\.path))
    guard !paths.isEmpty else { return }
    html.element("h3", Phrase("Ernaast lag toen ook", "Beside it lay as well"))
    html.element(
      "p",
      Phrase(
        "Vergrendelingen, reservekopieën van programma's en prullenbakken; wat daarvan te lezen is, "
          + "is onderzocht als al het andere.",
        "Lock files, backups of programs and recycle folders; what of them can be read was examined "
          + "like all else."))
    html.element("ul", ["class": "plain"]) { html in
      for path in paths.sorted(by: { $0.bytes.lexicographicallyPrecedes($1.bytes) }).prefix(200) {
        html.element("li") { $0.path(path) }
      }
    }
  }
}
