internal import ScanModel

/// The head of the page: what it is, the outcome in two sentences, the facts of the run.
struct TitleSection {
  let page: HTMLPage

  func write(into html: inout HTMLText) {
    html.element("header") { html in
      html.element("p", ["class": "brand"], "Vindplaats")
      html.element("h1", Phrase("Rapport persoonsgegevens", "Personal data report"))
      html.element("p", ["class": "lede"], outcome)
      notices(into: &html)
      facts(into: &html)
      contents(into: &html)
    }
    html.line()
  }

  private var outcome: Phrase {
    let findings = page.findingCount(page.summary.findingCount)
    let files = page.fileCount(page.digest.files.offeredCount)
    let coverage = page.summary.coverage
    let listed = page.fileCount(coverage.listedCount)
    let missed = page.number.grouped(coverage.listedCount - coverage.scannedCount)
    let found =
      page.summary.findingCount == 0
      ? Phrase("Er zijn geen vindplaatsen.", "There are no findings.")
      : Phrase("\(findings) in \(files).", "\(findings) in \(files).")
    let covered =
      coverage.isComplete
      ? Phrase("Alle \(listed) zijn volledig onderzocht.", "All \(listed) were examined in full.")
      : Phrase(
        "Van \(listed) zijn er \(missed) niet of niet volledig onderzocht.",
        "Of \(listed), \(missed) were not examined, or not in full.")
    return Phrase("\(found.dutch) \(covered.dutch)", "\(found.english) \(covered.english)")
  }

  private func notices(into html: inout HTMLText) {
    if page.summary.wasInterrupted {
      html.element(
        "p", ["class": "notice"],
        Phrase(
          "De scan is onderbroken. Wat hier ontbreekt, is niet onderzocht.",
          "The scan was interrupted. What is missing here was not examined."))
    }
    if page.style.revealsValues {
      html.element(
        "p", ["class": "notice"],
        Phrase(
          "Dit rapport toont gevonden waarden voluit. Bewaar en deel het als de gegevens zelf.",
          "This report shows found values in full. Keep and share it like the data themselves."))
    }
  }

  private func facts(into html: inout HTMLText) {
    guard let header = page.digest.header else { return }
    html.element("dl", ["class": "facts"]) { html in
      html.fact(Phrase("Begin", "Started")) { $0.text(page.started) }
      html.fact(Phrase("Duur", "Duration")) {
        $0.text(page.number.duration(page.summary.duration))
      }
      html.fact(Phrase("Onderzocht", "Examined")) {
        $0.text(page.number.byteCount(page.summary.coverage.examinedByteCount))
      }
      html.fact(Phrase("Versie", "Version")) { $0.text("Vindplaats " + header.toolVersion) }
      html.fact(Phrase("Kenmerk", "Run")) { $0.element("code", header.id) }
      html.fact(Phrase("Gezocht", "Looked for")) {
        $0.text(page.kindCount(header.kinds.count))
      }
      html.fact(Phrase("Mappen", "Folders"), isWide: true) { html in
        for root in header.roots {
          html.element("code", ["class": "path"], TerminalText.path(root))
        }
      }
      html.fact(Phrase("Opties", "Options"), isWide: true) { html in
        if header.options.isEmpty {
          html.text(Phrase("standaard", "defaults"))
        } else {
          html.element("code", TerminalText.text(header.options.joined(separator: " ")))
        }
      }
    }
  }

  private func contents(into html: inout HTMLText) {
    let chapters: [(String, Phrase)] = [
      ("#coverage", Phrase("Dekking", "Coverage")),
      ("#kinds", Phrase("Soorten", "Kinds")),
      ("#files", Phrase("Bestanden", "Files")),
      ("#details", Phrase("Details", "Details")),
      ("#gaps", Phrase("Niet onderzocht", "Not examined")),
      ("#guide", Phrase("Leeswijzer", "How to read")),
      ("#signature", Phrase("Ondertekening", "Signature")),
    ]
    html.element("nav", ["aria-label": Phrase("Inhoud", "Contents")[html.language]]) { html in
      for (target, name) in chapters { html.element("a", ["href": target], name) }
    }
  }
}
