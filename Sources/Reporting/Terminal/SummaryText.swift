internal import ScanModel

/// The lines of the summary on a terminal.
struct SummaryText {
  let digest: ReportDigest
  let summary: RunSummary
  private(set) var lines: [String] = []

  private let language: ReportLanguage
  private let number: NumberText
  private let paint: TerminalPaint

  init(digest: ReportDigest, summary: RunSummary, style: ReportStyle) {
    self.digest = digest
    self.summary = summary
    language = style.language
    number = NumberText(style.language)
    paint = TerminalPaint(usesColour: style.usesColour)
  }

  mutating func write() {
    coverage()
    gaps()
    findings()
    files()
  }

  // MARK: Coverage

  private mutating func coverage() {
    let coverage = summary.coverage
    heading(Phrase("Dekking", "Coverage"))
    var terms = [
      "\(number.grouped(coverage.scannedCount)) \(say("onderzocht", "examined"))",
      "\(number.grouped(coverage.partialCount)) \(say("deels", "partly"))",
      "\(number.grouped(coverage.notExaminedCount)) \(say("niet onderzocht", "not examined"))",
    ]
    if coverage.openCount != 0 {
      terms.append("\(number.grouped(coverage.openCount)) \(say("niet afgerond", "not ended"))")
    }
    let files = Phrase.files(coverage.listedCount)[language]
    lines.append(
      "  \(number.grouped(coverage.listedCount)) \(files) \(say("vermeld", "listed")) = "
        + terms.joined(separator: " + "))
    let duration = number.duration(summary.duration)
    lines.append(
      "  \(number.byteCount(coverage.examinedByteCount)) "
        + say("onderzocht in \(duration)", "examined in \(duration)"))
    if summary.recalledCount > 0 {
      lines.append("  " + Phrase.recalled(summary.recalledCount)[language])
    }
    if coverage.leftOutCount > 0 {
      let reasons = coverage.leftOut.ranked(by: \.rawValue)
        .map { "\(number.grouped($0.count)) \($0.key.phrase[language])" }
      lines.append(
        "  " + say("buiten de scan gelaten: ", "left out of the scan: ")
          + reasons.joined(separator: ", "))
    }
    if !summary.missingProtections.isEmpty {
      lines.append("  " + Phrase.missingProtections(summary.missingProtections)[language])
    }
    if summary.wasInterrupted {
      let text = say(
        "De scan is onderbroken: dit beeld is niet volledig.",
        "The scan was interrupted: this is not the whole picture.")
      lines.append("  " + paint(.alarm, text))
    }
  }

  private mutating func gaps() {
    let coverage = summary.coverage
    guard coverage.partialCount + coverage.notExaminedCount > 0 else { return }
    heading(Phrase("Niet of niet volledig onderzocht", "Not examined, or not in full"))
    let rows =
      coverage.notExamined.ranked(by: { $0 })
      .map { ($0.count, NotExaminedReason.text(ofCode: $0.key).reason[language], $0.key) }
      + coverage.partial.ranked(by: \.rawValue)
      .map { ($0.count, $0.key.text.reason[language], $0.key.rawValue) }
    let width = rows.map { number.grouped($0.0).count }.max() ?? 0
    for (count, reason, code) in rows {
      lines.append("  \(number.grouped(count).leftPadded(to: width))  \(reason)")
      if code == NotExaminedReason.unsupportedType.code { unsupportedTypes(indent: width + 4) }
    }
  }

  private mutating func unsupportedTypes(indent: Int) {
    let types = summary.coverage.unsupportedTypes.ranked(by: { $0 })
    var line = types.prefix(8).map { "\(TerminalText.text($0.key)) \(number.grouped($0.count))" }
      .joined(separator: ", ")
    if types.count > 8 {
      let rest = number.grouped(types.count - 8)
      line += say(" en \(rest) andere typen", " and \(rest) other types")
    }
    lines.append(String(repeating: " ", count: indent) + paint(.quiet, line))
  }

  // MARK: Findings

  private mutating func findings() {
    let count = summary.findingCount
    let fileCount = digest.files.offeredCount
    heading(Phrase("Gevonden", "Found"))
    lines.append(
      "  \(number.grouped(count)) \(Phrase.findings(count)[language]) \(say("in", "in")) "
        + "\(number.grouped(fileCount)) \(Phrase.files(fileCount)[language])")
    if let decided = Phrase.decided(summary.decided) {
      lines.append("  " + decided[language])
    }
    for legalClass in LegalClass.reportOrder {
      table(of: legalClass)
    }
    if summary.suppressedCount > 0 {
      lines.append("")
      let suppressed = number.grouped(summary.suppressedCount)
      lines.append(
        "  "
          + say(
            "\(suppressed) kandidaten niet vermeld: hun omgeving sprak ze tegen",
            "\(suppressed) candidates not reported: what stands around them spoke against them"))
    }
  }

  private mutating func table(of legalClass: LegalClass) {
    let totals = summary.totals(of: legalClass, in: digest.kinds)
    guard !totals.isEmpty else { return }
    lines.append("")
    lines.append("  \(legalClass.name[language]) (\(legalClass.articles[language]))")
    let all = LegalClass.allCases.flatMap { summary.totals(of: $0, in: digest.kinds) }
    let nameWidth = all.map { $0.kind.name(in: language).count }.max() ?? 0
    let countWidth = all.map { number.grouped($0.count).count }.max() ?? 0
    for total in totals {
      let levels = Confidence.Level.reportOrder.map { level in
        let count = number.grouped(total.countByLevel[level])
        return "\(level.name[language]) \(count.leftPadded(to: countWidth))"
      }
      let files =
        "\(number.grouped(total.fileCount)) \(Phrase.files(total.fileCount)[language])"
      lines.append(
        "    \(total.kind.name(in: language).rightPadded(to: nameWidth))  "
          + "\(number.grouped(total.count).leftPadded(to: countWidth))   "
          + "\(levels.joined(separator: "  "))   \(say("in", "in")) \(files)")
    }
  }

  // MARK: Files

  private mutating func files() {
    let files = digest.files.elements
    guard !files.isEmpty else { return }
    heading(Phrase("Bestanden met het hoogste risico", "Files of the highest risk"))
    let rows = files.map { file in
      (file: file, kinds: kindsText(file), band: file.risk.band.name[language])
    }
    let kindWidth = min(60, rows.map(\.kinds.count).max() ?? 0)
    let bandWidth = rows.map(\.band.count).max() ?? 0
    for row in rows {
      let band = row.band.rightPadded(to: bandWidth)
      lines.append(
        "  \(paint(row.file.risk.band.role, band))  \(row.kinds.rightPadded(to: kindWidth))  "
          + TerminalText.path(row.file.provenance.path))
    }
    if digest.files.omittedCount > 0 {
      let rest = number.grouped(digest.files.omittedCount)
      lines.append(
        "  "
          + say(
            "en nog \(rest); zie het CSV- of NDJSON-rapport",
            "and \(rest) more; see the CSV or NDJSON report"))
    }
  }

  /// `Burgerservicenummer 2, IBAN (rekeningnummer) 2, +3`.
  private func kindsText(_ file: FileDigest) -> String {
    var parts = file.kinds.prefix(2).map { kind in
      let name = TerminalText.text(digest.kinds[kind.id].name(in: language))
      return "\(name) \(number.grouped(kind.count))"
    }
    if file.kinds.count > 2 { parts.append("+\(file.kinds.count - 2)") }
    return parts.joined(separator: ", ")
  }

  private mutating func heading(_ phrase: Phrase) {
    if !lines.isEmpty { lines.append("") }
    lines.append(paint(.heading, phrase[language]))
  }

  private func say(_ dutch: String, _ english: String) -> String {
    Phrase(dutch, english)[language]
  }
}

extension FileRisk.Band {
  fileprivate var role: TerminalPaint.Role {
    switch self {
    case .high: .alarm
    case .medium: .warning
    case .low: .quiet
    }
  }
}
