internal import Erasure
internal import Reporting
internal import ScanModel

/// What a verification prints.
struct EraseText {
  private let report: VerificationReport
  private let language: ReportLanguage

  init(_ report: VerificationReport, _ language: ReportLanguage) {
    self.report = report
    self.language = language
  }

  var text: String {
    var lines = [title]
    for (index, problem) in report.problems.enumerated() {
      lines.append("\(index + 1). \(problem.message(in: language)) [\(problem.code)]")
    }
    lines.append(outcome)
    if report.moment == .after, report.outcome == .passed, let kept = report.decisions.keptPhrase {
      lines.append(kept[language])
    }
    lines.append(report.decisions.phrase[language])
    if let coverage = report.coverage {
      let missed = coverage.listedCount - coverage.scannedCount
      lines.append(
        language.choose(
          nl: "gelezen: \(coverage.scannedCount) van \(coverage.listedCount) bestanden volledig"
            + (missed == 0 ? "" : ", \(missed) niet of niet volledig"),
          en: "read: \(coverage.scannedCount) of \(coverage.listedCount) files in full"
            + (missed == 0 ? "" : ", \(missed) not, or not wholly")))
    }
    if report.leftOutCount > 0 {
      lines.append(
        language.choose(
          nl: "bewust buiten gelaten: \(report.leftOutCount); wat daarin staat, is niet bekend",
          en: "left out by choice: \(report.leftOutCount); what they hold is not known"))
    }
    if !report.auditHead.isEmpty {
      lines.append(
        language.choose(
          nl: "auditlogboek: \(report.auditHead)", en: "audit log: \(report.auditHead)"))
    }
    return lines.joined(separator: "\n")
  }

  private var title: String {
    let moment =
      switch report.moment {
      case .before:
        language.choose(
          nl: "controle vóór de verwijdering", en: "check before the deletion")
      case .after:
        language.choose(nl: "controle na de verwijdering", en: "check after the deletion")
      }
    let reference = TerminalText.text(report.plan.caseReference)
    return "\(report.title(in: language)): \(moment), "
      + language.choose(nl: "zaak \(reference)", en: "case \(reference)")
  }

  private var outcome: String {
    switch (report.moment, report.outcome) {
    case (.before, .passed):
      language.choose(
        nl: "geslaagd: het plan kan worden uitgevoerd; bewerk het niet meer",
        en: "passed: the plan can be carried out; do not edit it any more")
    case (.after, .passed):
      language.choose(
        nl: "geslaagd: niet gevonden met deze regels op deze plaatsen op dit moment",
        en: "passed: not found by these rules in these places at this time")
    case (_, .failed):
      language.choose(nl: "niet geslaagd", en: "not passed")
    case (_, .incomplete):
      language.choose(
        nl: "niet geslaagd: niet alles kon worden gelezen", en: "not passed: not all could be read")
    }
  }
}
