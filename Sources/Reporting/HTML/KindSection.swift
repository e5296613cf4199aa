internal import ScanModel

/// What was found, by the regime of the law.
struct KindSection {
  let page: HTMLPage

  private let kindHead = Phrase("Soort", "Kind")
  private let countHead = Phrase("Vindplaatsen", "Findings")
  private let fileHead = Phrase("Bestanden", "Files")

  func write(into html: inout HTMLText) {
    html.element("section", ["id": "kinds"]) { html in
      html.element("h2", Phrase("Soorten gegevens", "Kinds of data"))
      html.element("p", intro)
      for legalClass in LegalClass.reportOrder { write(legalClass, into: &html) }
    }
    html.line()
  }

  private var intro: Phrase {
    let count = page.findingCount(page.summary.findingCount)
    let suppressed = page.number.grouped(page.summary.suppressedCount)
    let decided = Phrase.decided(page.summary.decided)
    let dutch = decided.map { ", " + $0.dutch } ?? ""
    let english = decided.map { ", " + $0.english } ?? ""
    return Phrase(
      "In totaal \(count)\(dutch). Daarnaast zijn \(suppressed) kandidaten niet vermeld, omdat hun "
        + "omgeving ze duidelijk tegensprak.",
      "\(count) in all\(english). Besides, \(suppressed) candidates are not reported, because what stands "
        + "around them clearly spoke against them.")
  }

  private func write(_ legalClass: LegalClass, into html: inout HTMLText) {
    let sought = page.digest.kinds.kinds.filter { $0.legalClass == legalClass }
    let totals = page.summary.totals(of: legalClass, in: page.digest.kinds)
    guard !sought.isEmpty || !totals.isEmpty else { return }
    html.element("div", ["class": "class"]) { html in
      html.element("h3") { html in
        html.text(legalClass.name)
        html.markup(" ")
        html.element("small") { $0.text(legalClass.articles) }
      }
      html.element("p", legalClass.explanation)
      if !totals.isEmpty { table(totals, into: &html) }
      let absent = sought.filter { kind in !totals.contains { $0.kind.id == kind.id } }
      if !absent.isEmpty {
        html.element("p", ["class": "absent"]) { html in
          html.text(absence)
          html.text(absent.map { $0.name(in: html.language) }.joined(separator: ", ") + ".")
        }
      }
    }
  }

  /// What is said of kinds that have no findings here.
  private var absence: Phrase {
    page.digest.header?.isSelection == true
      ? Phrase("Niet in dit overzicht: ", "Not in this list: ")
      : Phrase("Gezocht, niet gevonden: ", "Looked for, not found: ")
  }

  private func table(_ totals: [KindTotal], into html: inout HTMLText) {
    html.element("table", ["class": "kinds"]) { html in
      let levels = Confidence.Level.reportOrder.map { ($0.columnHead, isNumber: true) }
      html.columns([(kindHead, false), (countHead, true), (fileHead, true)] + levels)
      html.element("tbody") { html in
        for total in totals { row(total, into: &html) }
      }
      if totals.count > 1 { html.element("tfoot") { sumRow(totals, into: &$0) } }
    }
  }

  private func row(_ total: KindTotal, into html: inout HTMLText) {
    html.element("tr") { html in
      html.element("th", ["scope": "row"], total.kind.name(in: html.language))
      html.cell(countHead, "num strong", page.number.grouped(total.count))
      html.cell(fileHead, "num", page.number.grouped(total.fileCount))
      for level in Confidence.Level.reportOrder {
        levelCell(level, total.countByLevel[level], into: &html)
      }
    }
  }

  /// The sum of the findings; files are not summed, as one file may hold several kinds.
  private func sumRow(_ totals: [KindTotal], into html: inout HTMLText) {
    html.element("tr") { html in
      html.element("th", ["scope": "row"], Phrase("Samen", "Together"))
      html.cell(countHead, "num strong", page.number.grouped(totals.reduce(0) { $0 + $1.count }))
      html.cell(fileHead, "num", "")
      for level in Confidence.Level.reportOrder {
        let count = totals.reduce(0) { $0 + $1.countByLevel[level] }
        levelCell(level, count, into: &html)
      }
    }
  }

  private func levelCell(_ level: Confidence.Level, _ count: Int, into html: inout HTMLText) {
    let text = count == 0 ? "–" : page.number.grouped(count)
    html.cell(level.columnHead, count == 0 ? "num none" : "num", text)
  }
}

extension Confidence.Level {
  /// The head of a column with findings of this level.
  fileprivate var columnHead: Phrase {
    switch self {
    case .low: Phrase("Laag", "Low")
    case .medium: Phrase("Middel", "Medium")
    case .high: Phrase("Hoog", "High")
    }
  }
}
