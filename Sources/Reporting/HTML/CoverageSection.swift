package import ScanModel

/// What was examined and what was not: listed = examined + partly + not examined.
package struct CoverageSection {
  private let summary: RunSummary
  /// Some of the entries that were left out by choice.
  private let leftOut: [(path: FilePath, reason: LeftOutReason)]
  private let omittedLeftOutCount: Int
  private let number: NumberText

  package init(
    summary: RunSummary, leftOut: [(path: FilePath, reason: LeftOutReason)],
    omittedLeftOutCount: Int, number: NumberText
  ) {
    self.summary = summary
    self.leftOut = leftOut
    self.omittedLeftOutCount = omittedLeftOutCount
    self.number = number
  }

  private var coverage: Coverage { summary.coverage }

  package func write(into html: inout HTMLText) {
    html.element("section", ["id": "coverage"]) { html in
      html.element("h2", Phrase("Dekking", "Coverage"))
      html.element(
        "p",
        Phrase(
          "Niets gevonden zegt alleen iets over wat is onderzocht. Daarom staat dit voorop.",
          "Nothing found speaks only of what was examined. That is why this comes first."))
      bar(into: &html)
      sum(into: &html)
      if summary.recalledCount > 0 {
        html.element("p", Phrase.recalled(summary.recalledCount))
      }
      reasons(into: &html)
      types(into: &html)
      leftOutByChoice(into: &html)
      protections(into: &html)
    }
    html.line()
  }

  /// The parts of the sum that files can end in.
  private var parts: [(count: Int, class: String, name: Phrase)] {
    var parts = [
      (coverage.scannedCount, "done", Phrase("volledig onderzocht", "examined in full")),
      (coverage.partialCount, "part", Phrase("deels onderzocht", "partly examined")),
      (coverage.notExaminedCount, "gap", Phrase("niet onderzocht", "not examined")),
    ]
    if coverage.openCount != 0 {
      parts.append((coverage.openCount, "open", Phrase("niet afgerond", "not ended")))
    }
    return parts
  }

  private func bar(into html: inout HTMLText) {
    guard coverage.listedCount > 0 else { return }
    // A part that is not empty is never too thin to be seen.
    let widths = parts.map { part in
      part.count == 0 ? 0 : max(6, Double(part.count) / Double(coverage.listedCount) * 1000)
    }
    let scale = 1000 / max(1, widths.reduce(0, +))
    html.element(
      "svg",
      [
        "class": "bar", "viewBox": "0 0 1000 10", "preserveAspectRatio": "none",
        "aria-hidden": "true",
      ]
    ) { html in
      var start = 0.0
      for (part, width) in zip(parts, widths) where width > 0 {
        html.element(
          "rect",
          [
            "class": part.class, "x": "\(start)", "width": "\(width * scale)", "height": "10",
          ],
          "")
        start += width * scale
      }
    }
  }

  private func sum(into html: inout HTMLText) {
    html.element("dl", ["class": "sum"]) { html in
      term("", coverage.listedCount, "all", Phrase("vermeld", "listed"), into: &html)
      for (index, part) in parts.enumerated() {
        term(index == 0 ? "=" : "+", part.count, part.class, part.name, into: &html)
      }
    }
  }

  private func term(
    _ sign: String, _ count: Int, _ class: String, _ name: Phrase, into html: inout HTMLText
  ) {
    html.element("div", ["class": `class`]) { html in
      html.element("dt", name)
      html.element("dd") { html in
        if !sign.isEmpty { html.element("span", ["class": "sign"], sign) }
        html.text(number.grouped(count))
      }
    }
  }

  private func reasons(into html: inout HTMLText) {
    let rows =
      coverage.notExamined.ranked(by: { $0 })
      .map { (count: $0.count, text: NotExaminedReason.text(ofCode: $0.key), isPartial: false) }
      + coverage.partial.ranked(by: \.rawValue)
      .map { (count: $0.count, text: $0.key.text, isPartial: true) }
    guard !rows.isEmpty else { return }
    let status = Phrase("Status", "Status")
    let reason = Phrase("Reden", "Reason")
    let files = Phrase("Bestanden", "Files")
    let advice = Phrase("Wat te doen", "What to do")
    html.element("h3", Phrase("Niet of niet volledig onderzocht", "Not examined, or not in full"))
    html.element("table", ["class": "stack"]) { html in
      html.columns([(status, false), (reason, false), (files, true), (advice, false)])
      html.element("tbody") { html in
        for row in rows {
          html.element("tr") { html in
            html.cell(status, "nowrap") {
              $0.text(row.isPartial ? Phrase("deels", "partly") : Phrase("niet", "not"))
            }
            html.cell(reason) { $0.text(row.text.reason) }
            html.cell(files, "num", number.grouped(row.count))
            html.cell(advice) { $0.text(row.text.advice) }
          }
        }
      }
    }
  }

  private func types(into html: inout HTMLText) {
    counts(
      coverage.unsupportedTypes.ranked(by: { $0 }).map { ($0.key, $0.count) },
      title: Phrase("Typen zonder lezer", "Types without a reader"),
      head: Phrase("Type", "Type"), into: &html)
  }

  private func leftOutByChoice(into html: inout HTMLText) {
    counts(
      coverage.leftOut.ranked(by: \.rawValue).map { ($0.key.phrase[html.language], $0.count) },
      title: Phrase("Bewust buiten de scan gelaten", "Left out by choice"),
      head: Phrase("Reden", "Reason"), into: &html)
    guard !leftOut.isEmpty else { return }
    html.element("details") { html in
      html.element("summary", Phrase("Welke", "Which ones"))
      html.element("ul", ["class": "plain"]) { html in
        for entry in leftOut {
          html.element("li") { html in
            html.path(entry.path)
            html.element("small") { $0.text(entry.reason.phrase) }
          }
        }
      }
      html.more(omittedLeftOutCount, in: "NDJSON", number)
    }
  }

  private func protections(into html: inout HTMLText) {
    let missing = summary.missingProtections
    guard !missing.isEmpty else { return }
    html.element("p", Phrase.missingProtections(missing))
  }

  private func counts(
    _ rows: [(name: String, count: Int)], title: Phrase, head: Phrase, into html: inout HTMLText
  ) {
    guard !rows.isEmpty else { return }
    html.element("h3", title)
    html.element("table", ["class": "short"]) { html in
      html.columns([(head, false), (Phrase("Aantal", "Number"), true)])
      html.element("tbody") { html in
        for row in rows {
          html.element("tr") { html in
            html.element("td", row.name)
            html.element("td", ["class": "num"], number.grouped(row.count))
          }
        }
      }
    }
  }
}
