internal import Cryptography
package import Reporting
internal import ScanModel

/// A verification as a page for officers: what was found, item by item, with room to sign.
package struct VerificationPage {
  let report: VerificationReport
  let form: VerificationJSON.Form
  let language: ReportLanguage
  let number: NumberText

  package init(
    _ report: VerificationReport, form: VerificationJSON.Form, language: ReportLanguage
  ) {
    self.report = report
    self.form = form
    self.language = language
    number = NumberText(language)
  }

  package var bytes: [UInt8] {
    var html = HTMLText(language)
    html.beginPage(title: "\(report.title(in: language)) – \(report.plan.caseReference)")
    VerificationTitle(page: self).write(into: &html)
    html.markup("<main>\n")
    VerificationProblems(page: self).write(into: &html)
    if let summary = report.summary {
      CoverageSection(summary: summary, leftOut: [], omittedLeftOutCount: 0, number: number)
        .write(into: &html)
    }
    VerificationItems(page: self).write(into: &html)
    VerificationLimits(page: self).write(into: &html)
    VerificationSignature(page: self, sum: sum).write(into: &html)
    html.markup("</main>\n</body>\n</html>\n")
    return html.bytes
  }

  /// SHA-256 of the same verification as JSON, in the same form and language.
  private var sum: String {
    var hasher = ContentHasher()
    let json = VerificationJSON(report, form: form, language: language).bytes
    json.withUnsafeBytes { hasher.update($0) }
    return hasher.digest.map { Hexadecimal.text(of: $0.bytes) } ?? ""
  }
}
