internal import Reporting
internal import ScanModel

/// Says which source answered for what, and what the store could not know.
struct ServedText {
  let report: LocateReport

  /// Sentences, in order.
  var sentences: [Phrase] {
    scan + store
  }

  private var scan: [Phrase] {
    guard let summary = report.summary else {
      return [
        Phrase(
          "Er is niets opnieuw gelezen: dit antwoord komt alleen uit de opslag.",
          "Nothing was read anew: this answer comes from the store alone.")
      ]
    }
    let files = summary.coverage.listedCount
    let dutch = "\(NumberText(.nl).grouped(files)) \(Phrase.files(files).dutch)"
    let english = "\(NumberText(.en).grouped(files)) \(Phrase.files(files).english)"
    return [
      Phrase(
        "\(dutch) opnieuw gelezen, met alle namen en schrijfwijzen van de kaart.",
        "\(english) read anew, with all names and variants of the card.")
    ]
  }

  private var store: [Phrase] {
    guard let runs = report.account.runs else {
      return [Phrase("Er is geen opslag geraadpleegd.", "No store was asked.")]
    }
    let scope =
      report.account.roots.isEmpty
      ? Phrase("De opslag is geraadpleegd", "The store was asked")
      : Phrase(
        "De opslag is geraadpleegd voor wat buiten deze paden ligt",
        "The store was asked for what lies outside these paths")
    guard !runs.isEmpty else {
      let none =
        report.account.roots.isEmpty
        ? Phrase("er is nog geen scan in vastgelegd", "it holds no scan yet")
        : Phrase("daarvan is geen scan vastgelegd", "it holds no scan of that")
      return [
        Phrase("\(scope.dutch); \(none.dutch).", "\(scope.english); \(none.english).")
      ]
    }
    return [
      Phrase(
        "\(scope.dutch): die kent alleen vaste waarden, precies zoals ze op de kaart staan.",
        "\(scope.english): it knows exact values only, just as they stand on the card.")
    ] + unknown + stale
  }

  /// What of each card the store cannot be asked for.
  private var unknown: [Phrase] {
    report.account.subjects.enumerated().compactMap { card, subject in
      let asked =
        report.account.storedAttributes.indices.contains(card)
        ? report.account.storedAttributes[card] : []
      let missing = SubjectAttribute.byWeight.filter {
        subject.variantCounts[$0] != nil && !asked.contains($0)
      }
      guard !missing.isEmpty else { return nil }
      return Phrase(
        "Van \(subject.reference) kent de opslag niet: "
          + missing.map(\.phrase.dutch).joined(separator: ", ") + ".",
        "Of \(subject.reference) the store does not know: "
          + missing.map(\.phrase.english).joined(separator: ", ") + ".")
    }
  }

  private var stale: [Phrase] {
    var phrases = [
      Phrase(
        "Bestanden die na de laatste scan kwamen of veranderden, kent de opslag niet.",
        "Files that came or changed after the last scan are not known to the store.")
    ]
    for run in report.account.runs ?? [] {
      let roots = run.roots.map(TerminalText.path).joined(separator: ", ")
      var dutch = "Scan van \(Timestamp(localTimeOf: run.started).text(in: .nl)) van \(roots)"
      var english = "Scan of \(Timestamp(localTimeOf: run.started).text(in: .en)) of \(roots)"
      if !run.isComplete {
        dutch += "; niet afgemaakt"
        english += "; not ended"
      }
      if run.gapCount > 0 {
        dutch += "; \(NumberText(.nl).grouped(run.gapCount)) niet of niet volledig onderzocht"
        english += "; \(NumberText(.en).grouped(run.gapCount)) not examined, or not in full"
      }
      if run.leftOutCount > 0 {
        dutch += "; \(NumberText(.nl).grouped(run.leftOutCount)) bewust weggelaten"
        english += "; \(NumberText(.en).grouped(run.leftOutCount)) left out by choice"
      }
      let options = TerminalText.text(run.options.joined(separator: " "))
      if !options.isEmpty {
        dutch += "; met \(options)"
        english += "; with \(options)"
      }
      if run.toolVersion != report.account.toolVersion {
        dutch += "; door versie \(run.toolVersion)"
        english += "; by version \(run.toolVersion)"
      }
      phrases.append(Phrase(dutch + ".", english + "."))
    }
    return phrases
  }
}
