internal import ScanModel

/// The files with findings: a table by risk, and the details of each.
struct FileSection {
  let page: HTMLPage

  private let rankHead = Phrase("Nr.", "No.")
  private let riskHead = Phrase("Risico", "Risk")
  private let fileHead = Phrase("Bestand", "File")
  private let foundHead = Phrase("Gevonden", "Found")

  /// The table, and the beginning of the details.
  func write(into html: inout HTMLText) {
    html.element("section", ["id": "files"]) { html in
      html.element("h2", Phrase("Bestanden naar risico", "Files by risk"))
      if page.files.isEmpty {
        html.element(
          "p",
          Phrase(
            "In de onderzochte bestanden is niets gevonden dat bij de gezochte soorten past.",
            "Nothing that fits the kinds looked for was found in the examined files."))
      } else {
        table(into: &html)
        html.more(page.digest.files.omittedCount, in: "CSV", page.number)
      }
    }
    html.markup("\n<section id=\"details\">\n")
    html.element("h2", Phrase("Details per bestand", "Details of each file"))
    html.element(
      "p", ["class": "screen"],
      Phrase(
        "Klap een bestand open voor voorbeelden. Op papier komt alleen wat open staat.",
        "Open a file for examples. On paper comes only what stands open."))
    html.line()
  }

  func writeEnd(into html: inout HTMLText) {
    html.markup("</section>\n")
  }

  private func table(into html: inout HTMLText) {
    html.element("table", ["class": "files"]) { html in
      html.columns([
        (rankHead, true), (riskHead, false), (fileHead, false), (foundHead, false),
      ])
      html.element("tbody") { html in
        for (index, file) in page.files.enumerated() { row(file, rank: index + 1, into: &html) }
      }
    }
  }

  private func row(_ file: FileDigest, rank: Int, into html: inout HTMLText) {
    html.element("tr") { html in
      html.cell(rankHead, "num rank", "\(rank)")
      html.cell(riskHead, "nowrap") { band(of: file, into: &$0) }
      html.cell(fileHead) { html in
        html.element("a", ["href": "#file-\(rank)"]) { $0.path(file.provenance.path) }
        html.element("p", ["class": "about"]) { facts(of: file, into: &$0) }
      }
      html.cell(foundHead) { html in
        html.element("ul", ["class": "tags"]) { html in
          for kind in file.kinds {
            html.element("li") { html in
              html.text(page.digest.kinds[kind.id].name(in: html.language) + " ")
              html.element("b", page.number.grouped(kind.count))
            }
          }
        }
      }
    }
    html.line()
  }

  private func band(of file: FileDigest, into html: inout HTMLText) {
    html.element("span", ["class": "band \(file.risk.band.rawValue)"]) { html in
      html.text(file.risk.band.name)
    }
    html.markup(" ")
    html.element("small", page.number.decimal(file.risk.score, places: 1))
  }

  // MARK: Details

  /// One file: its facts, and examples of each kind.
  func writeDetails(of file: FileDigest, rank: Int, into html: inout HTMLText) {
    html.element("details", ["class": "file"]) { html in
      html.element("summary") { html in
        html.element("span", ["class": "rank"], "\(rank)")
        html.path(file.provenance.path)
        html.element("span", ["class": "band \(file.risk.band.rawValue)"]) { html in
          html.text(file.risk.band.name)
        }
      }
      html.element("div", ["id": "file-\(rank)", "class": "body"]) { html in
        html.element("p", ["class": "about"]) { html in
          facts(of: file, into: &html)
          circumstances(of: file, into: &html)
        }
        for kind in file.kinds { write(kind, into: &html) }
      }
    }
    html.line()
  }

  /// `csv · 48,2 MB · deels onderzocht: veranderde tijdens het lezen`.
  private func facts(of file: FileDigest, into html: inout HTMLText) {
    html.text("\(file.contentType) · \(page.number.byteCount(file.byteCount)) · ")
    if let gap = file.outcome.gapPhrase {
      html.element("strong", gap)
    } else {
      html.text(file.outcome.statusPhrase)
    }
  }

  private func circumstances(of file: FileDigest, into html: inout HTMLText) {
    if !file.stoppedPatterns.isEmpty {
      let patterns = file.stoppedPatterns.joined(separator: ", ")
      html.text(Phrase(" · afgebroken: \(patterns)", " · stopped: \(patterns)"))
    }
    if let original = file.sameFileAs {
      let path = TerminalText.path(original)
      html.text(Phrase(" · zelfde bestand als \(path)", " · same file as \(path)"))
    }
  }

  private func write(_ kind: FileDigest.Kind, into html: inout HTMLText) {
    html.element("h4") { html in
      html.text(page.digest.kinds[kind.id].name(in: html.language) + " ")
      html.element("small", counts(of: kind))
    }
    let place = Phrase("Plaats", "Place")
    let value = page.style.revealsValues ? Phrase("Waarde", "Value") : Phrase("Masker", "Mask")
    let level = Phrase("Zekerheid", "Confidence")
    let why = Phrase("Waarom", "Why")
    html.element("table", ["class": "stack examples"]) { html in
      html.columns([(place, false), (value, false), (level, false), (why, false)])
      html.element("tbody") { html in
        for finding in kind.examples {
          html.element("tr") { html in
            html.cell(place) { $0.element("code", finding.placeText(in: $0.language)) }
            html.cell(value) { $0.element("code", page.style.shown(finding.value)) }
            html.cell(level) { html in
              html.text(finding.confidence.level.name)
              html.markup(" ")
              html.element(
                "small", page.number.decimal(finding.confidence.value, places: 2))
            }
            html.cell(why) { html in
              html.text(finding.reasons.text(in: html.language, kinds: page.digest.kinds))
            }
          }
        }
      }
    }
  }

  /// `1.203 vindplaatsen, 1.100 verschillende waarden; 5 voorbeelden`.
  private func counts(of kind: FileDigest.Kind) -> Phrase {
    let findings = page.findingCount(kind.count)
    let distinct = page.number.grouped(kind.distinctCount)
    let atLeast = kind.distinctIsLowerBound
    let values =
      kind.distinctCount == 1
      ? Phrase("1 waarde", "1 value")
      : Phrase(
        "\(atLeast ? "ten minste " : "")\(distinct) verschillende waarden",
        "\(atLeast ? "at least " : "")\(distinct) distinct values")
    let shown = kind.examples.count
    guard shown < kind.count else {
      return Phrase("\(findings), \(values.dutch)", "\(findings), \(values.english)")
    }
    return Phrase(
      "\(findings), \(values.dutch); hier de \(shown) zekerste",
      "\(findings), \(values.english); here the \(shown) surest")
  }
}
