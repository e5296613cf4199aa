internal import Reporting
internal import ScanModel

/// A file of the page with the places in it, closed until somebody opens it.
struct LocatedFileSection {
  let entry: LocateReport.Entry
  let style: ReportStyle

  private static let lineLimit = 50

  private var number: NumberText { NumberText(style.language) }

  func write(into html: inout HTMLText) {
    html.element("details", ["class": "file"]) { html in
      html.element("summary") { html in
        html.element("span", ["class": "rank"], number.decimal(entry.file.score, places: 2))
        html.path(entry.path)
        html.element("small", entry.file.mentionCounts.text(in: html.language))
        if let group = entry.copyGroup {
          html.element("span", ["class": "band low"], Phrase.copies(group))
        }
      }
      html.element("div", ["class": "body"]) { html in
        about(&html)
        places(&html)
      }
    }
    html.line()
  }

  private func about(_ html: inout HTMLText) {
    let file = entry.file
    let language = html.language
    var parts = [TerminalText.path(entry.path)]
    if !file.record.contentType.isEmpty { parts.append(file.record.contentType) }
    parts.append(number.byteCount(file.record.byteCount))
    if let facts = file.record.facts {
      let time = Timestamp(localTimeOf: facts.modified / 1_000_000_000).text(in: language)
      parts.append(Phrase("gewijzigd \(time)", "modified \(time)")[language])
    }
    if let owner = entry.owner {
      let name = TerminalText.text(owner)
      parts.append(Phrase("eigenaar \(name)", "owner \(name)")[language])
    }
    let others = number.grouped(file.otherPeople.count)
    let more = file.otherPeople.isLowerBound
    let isOne = file.otherPeople.count == 1
    parts.append(
      Phrase(
        "\(more ? "ten minste " : "")\(others) "
          + "\(isOne ? "andere persoon" : "andere personen") (schatting)",
        "\(more ? "at least " : "")\(others) other \(isOne ? "person" : "people") (estimate)")[
          language])
    if let original = file.record.sameFileAs {
      let path = TerminalText.path(original)
      parts.append(
        Phrase("hetzelfde bestand als \(path)", "the same file as \(path)")[language])
    }
    if let note = entry.source.note { parts.append(note[language]) }
    html.element("p", ["class": "about"], parts.joined(separator: " \u{B7} "))
    if file.record.outcome != .scanned, case .scan = entry.source {
      html.element("p", ["class": "about"]) { html in
        html.element("strong") { $0.text(file.record.outcome.gapPhrase?[language] ?? "") }
      }
    }
  }

  private func places(_ html: inout HTMLText) {
    let place = Phrase("Plaats", "Place")
    let values =
      style.revealsValues ? Phrase("Gegevens", "Data") : Phrase("Gegevens (masker)", "Data (mask)")
    let verdict = Phrase("Oordeel", "Verdict")
    let why = Phrase("Waarom", "Why")
    let lines = entry.file.surestLines(Self.lineLimit)
    html.element("table", ["class": "stack examples"]) { html in
      html.columns([(place, false), (values, false), (verdict, false), (why, false)])
      html.element("tbody") { html in
        for line in lines {
          html.element("tr") { html in
            html.cell(place) { html in
              html.element("code", line.place(in: html.language))
              if let group = entry.memberCopyGroups[line.document.part] {
                html.markup(" ")
                html.element("span", ["class": "band low"], Phrase.copies(group))
              }
            }
            html.cell(values) { $0.text(line.values(style)) }
            html.cell(verdict) { html in
              html.text(line.record.verdict.phrase)
              html.markup(" ")
              html.element("small", number.decimal(line.record.score, places: 2))
            }
            html.cell(why) { $0.text(line.record.reasons.text(in: $0.language)) }
          }
        }
      }
    }
    html.more(entry.file.recordCount - lines.count, in: "NDJSON", number)
  }
}
