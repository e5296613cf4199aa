internal import ScanModel

/// The page of a report: what its sections have in common, and their order.
struct HTMLPage {
  let digest: ReportDigest
  let summary: RunSummary
  let style: ReportStyle
  /// The riskiest first.
  let files: [FileDigest]
  let number: NumberText

  init(digest: ReportDigest, summary: RunSummary, style: ReportStyle) {
    self.digest = digest
    self.summary = summary
    self.style = style
    files = digest.files.elements
    number = NumberText(style.language)
  }

  /// Everything before the details of the files.
  func writeHead(into html: inout HTMLText) {
    html.beginPage(title: title)
    TitleSection(page: self).write(into: &html)
    html.markup("<main>\n")
    CoverageSection(
      summary: summary, leftOut: digest.leftOut.elements,
      omittedLeftOutCount: digest.leftOut.omittedCount, number: number
    ).write(into: &html)
    KindSection(page: self).write(into: &html)
    FileSection(page: self).write(into: &html)
  }

  /// Everything behind the details of the files.
  func writeFoot(into html: inout HTMLText) {
    FileSection(page: self).writeEnd(into: &html)
    GapSection(
      gaps: digest.gaps.elements, omittedCount: digest.gaps.omittedCount, number: number
    ).write(into: &html)
    GuideSection(page: self).write(into: &html)
    SignatureSection(page: self).write(into: &html)
    html.markup("</main>\n</body>\n</html>\n")
  }

  /// The time at which the run began, as clocks here show it.
  var started: String {
    digest.header.map { Timestamp(localTimeOf: $0.started).text(in: style.language) } ?? ""
  }

  /// `1.234 bestanden`.
  func fileCount(_ count: Int) -> String {
    "\(number.grouped(count)) \(Phrase.files(count)[style.language])"
  }

  /// `29 soorten gegevens`.
  func kindCount(_ count: Int) -> String {
    "\(number.grouped(count)) \(Phrase.kinds(count)[style.language])"
  }

  /// `5.321 vindplaatsen`.
  func findingCount(_ count: Int) -> String {
    "\(number.grouped(count)) \(Phrase.findings(count)[style.language])"
  }

  private var title: String {
    let roots = digest.header?.roots.map(TerminalText.path).joined(separator: ", ") ?? ""
    return Phrase("Rapport persoonsgegevens", "Personal data report")[style.language]
      + " – \(roots) – \(started)"
  }
}
