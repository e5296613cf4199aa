internal import ScanModel

/// The files that were not examined to their last byte.
package struct GapSection {
  private let gaps: [FileGap]
  private let omittedCount: Int
  private let number: NumberText

  /// `gaps` are some of them, what people can mend first.
  package init(gaps: [FileGap], omittedCount: Int, number: NumberText) {
    self.gaps = gaps
    self.omittedCount = omittedCount
    self.number = number
  }

  /// The members of one file that are named.
  private static let memberLimit = 10

  private let fileHead = Phrase("Bestand", "File")
  private let reasonHead = Phrase("Reden", "Reason")
  private let sizeHead = Phrase("Grootte", "Size")

  package func write(into html: inout HTMLText) {
    html.element("section", ["id": "gaps"]) { html in
      html.element(
        "h2", Phrase("Bestanden die niet volledig zijn onderzocht", "Files not examined in full"))
      if gaps.isEmpty {
        html.element("p", Phrase("Die zijn er niet.", "There are none."))
        return
      }
      html.element(
        "p",
        Phrase(
          "Wat u kunt herstellen staat bovenaan; typen zonder lezer staan onderaan.",
          "What you can mend comes first; types without a reader come last."))
      html.element("table", ["class": "stack gaps"]) { html in
        html.columns([(fileHead, false), (reasonHead, false), (sizeHead, true)])
        html.element("tbody") { html in
          for gap in gaps { row(gap, into: &html) }
        }
      }
      html.more(omittedCount, in: "CSV", number)
    }
    html.line()
  }

  private func row(_ gap: FileGap, into html: inout HTMLText) {
    html.element("tr") { html in
      html.cell(fileHead) { html in
        html.path(gap.provenance.path)
        members(of: gap, into: &html)
      }
      html.cell(reasonHead) { $0.text(reason(of: gap, in: $0.language)) }
      html.cell(sizeHead, "num", size(of: gap))
    }
    html.line()
  }

  /// The members that were not read, or not wholly, each with its reason.
  private func members(of gap: FileGap, into html: inout HTMLText) {
    guard gap.members.incompleteCount > 0 else { return }
    html.element("ul", ["class": "plain members"]) { html in
      for member in gap.members.incomplete.prefix(Self.memberLimit) {
        html.element("li") { html in
          html.text(member.parts.text(in: html.language))
          html.markup(" ")
          html.element("small") { html in
            html.text(member.reason.text.reason)
            if !member.contentType.isEmpty { html.text(" (\(member.contentType))") }
          }
        }
      }
    }
    html.more(
      gap.members.incompleteCount - min(gap.members.incomplete.count, Self.memberLimit),
      in: "NDJSON", number)
  }

  private func reason(of gap: FileGap, in language: ReportLanguage) -> String {
    let reason = gap.outcome.gapPhrase?[language] ?? ""
    guard gap.outcome == .notExamined(.unsupportedType), !gap.contentType.isEmpty else {
      return reason
    }
    return "\(reason) (\(gap.contentType))"
  }

  /// `4,1 MB van 12 MB` where the first part was examined; nothing where it was never opened.
  private func size(of gap: FileGap) -> String {
    let whole = number.byteCount(gap.byteCount)
    if case .partial(_, let examinedByteCount) = gap.outcome {
      let of = Phrase("van", "of")[number.language]
      return "\(number.byteCount(examinedByteCount)) \(of) \(whole)"
    }
    return gap.contentType.isEmpty && gap.byteCount == 0 ? "" : whole
  }
}
