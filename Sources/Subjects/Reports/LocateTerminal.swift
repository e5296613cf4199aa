internal import Reporting
internal import ScanModel

/// What a person reads on a terminal: whose data lie where, what was not searched, how it was done.
struct LocateTerminal {
  private let report: LocateReport
  private let language: ReportLanguage
  private let number: NumberText
  private let paint: TerminalPaint
  private(set) var lines: [String] = []

  /// Longer lists end with how many more there are, and where to find them.
  private static let fileLimit = 200
  private static let placeLimit = 5
  private static let rowLimit = 10
  private static let gapLimit = 50

  init(_ report: LocateReport) {
    self.report = report
    language = report.style.language
    number = NumberText(report.style.language)
    paint = TerminalPaint(usesColour: report.style.usesColour)
    for card in report.account.subjects.indices { subject(card) }
    unsearched()
    account()
  }

  // MARK: Subjects

  private mutating func subject(_ card: Int) {
    let entries = report.entries(of: card)
    let totals = LocateTotals(entries, language: language)
    heading(TerminalText.text(report.account.subjects[card].reference) + ": " + outcome(totals))
    guard !entries.isEmpty else { return }
    table(say("Map", "Folder"), LocateTotals.ranked(totals.folders))
    table(say("Eigenaar", "Owner"), LocateTotals.ranked(totals.owners))
    table(say("Gegeven", "Kind of data"), attributes(totals))
    table(say("Soort document", "Kind of document"), LocateTotals.ranked(totals.documentKinds))
    for verdict in PersonVerdict.allCases {
      let files = entries.filter { $0.file.verdict == verdict }
      guard !files.isEmpty else { continue }
      lines.append("")
      let title = verdict.phrase[language]
      lines.append("  " + paint(verdict.role, title.prefix(1).uppercased() + title.dropFirst()))
      for entry in files.prefix(Self.fileLimit) { file(entry) }
      more(files.count - Self.fileLimit, indent: "    ")
    }
  }

  private func outcome(_ totals: LocateTotals) -> String {
    let parts = PersonVerdict.allCases.compactMap { verdict in
      totals.verdicts[verdict].map { count in
        "\(verdict.phrase[language]) \(say("in", "in")) \(number.grouped(count)) "
          + Phrase.files(count)[language]
      }
    }
    return parts.isEmpty
      ? say("niet gevonden in wat is doorzocht", "not found in what was searched")
      : parts.joined(separator: ", ")
  }

  private func attributes(
    _ totals: LocateTotals
  ) -> [(name: String, counts: [PersonVerdict: Int])] {
    SubjectAttribute.byWeight.compactMap { attribute in
      totals.attributes[attribute].map { (attribute.phrase[language], $0) }
    }
  }

  private mutating func table(
    _ head: String, _ rows: [(name: String, counts: [PersonVerdict: Int])]
  ) {
    var table = TextTable(
      [head] + PersonVerdict.allCases.map { $0.phrase[language] }, numberColumns: [1, 2, 3])
    for row in rows.prefix(Self.rowLimit) {
      table.append(
        [row.name] + PersonVerdict.allCases.map { number.grouped(row.counts[$0] ?? 0) })
    }
    lines.append("")
    lines += table.lines.map { "  " + $0 }
    more(rows.count - Self.rowLimit, indent: "  ")
  }

  private mutating func file(_ entry: LocateReport.Entry) {
    let file = entry.file
    let score = number.decimal(file.score, places: 2)
    var notes = [file.mentionCounts.text(in: language)].filter { !$0.isEmpty }
    if let note = entry.source.note { notes.append(note[language]) }
    if let group = entry.copyGroup { notes.append(Phrase.copies(group)[language]) }
    if file.record.sameFileAs != nil { notes.append(say("harde koppeling", "hard link")) }
    if file.record.outcome != .scanned, case .scan = entry.source {
      notes.append(say("niet volledig doorzocht", "not searched in full"))
    }
    lines.append(
      "    \(score)  \(TerminalText.path(entry.path))  "
        + paint(.quiet, notes.joined(separator: "; ")))
    for line in file.surestLines(Self.placeLimit) {
      lines.append(
        "          \(line.place(in: language))  \(line.values(report.style))  "
          + paint(.quiet, "\(line.record.verdict.phrase[language]): ")
          + paint(.quiet, line.record.reasons.text(in: language))
          + paint(.quiet, copies(of: line, in: entry)))
    }
    let rest = file.recordCount - min(Self.placeLimit, file.lines.count)
    more(rest, indent: "          ")
  }

  /// Of a member of which there are copies.
  private func copies(of line: LocatedFile.Line, in entry: LocateReport.Entry) -> String {
    entry.memberCopyGroups[line.document.part].map { "; " + Phrase.copies($0)[language] } ?? ""
  }

  // MARK: What was not searched

  private mutating func unsearched() {
    let unsearched = report.unsearched
    heading(say("Niet doorzocht", "Not searched"))
    if let coverage = report.summary?.coverage {
      lines.append(
        "  \(number.grouped(coverage.listedCount)) \(Phrase.files(coverage.listedCount)[language]) "
          + say("vermeld", "listed") + " = "
          + "\(number.grouped(coverage.scannedCount)) \(say("doorzocht", "searched")) + "
          + "\(number.grouped(coverage.partialCount)) \(say("deels", "partly")) + "
          + "\(number.grouped(coverage.notExaminedCount)) \(say("niet", "not"))")
    }
    if unsearched.gapCount == 0, unsearched.leftOutCount == 0 {
      lines.append("  " + say("alles is doorzocht", "everything was searched"))
    }
    for gap in unsearched.gaps.prefix(Self.gapLimit) {
      lines.append("  \(TerminalText.path(gap.path))  " + paint(.warning, gap.reason(in: language)))
      for member in gap.members.incomplete.prefix(Self.placeLimit) {
        lines.append(
          "      \(member.parts.shown(in: language))  "
            + paint(.quiet, member.reason.text.reason[language]))
      }
      more(gap.members.incompleteCount - Self.placeLimit, indent: "      ")
    }
    more(unsearched.gapCount - Self.gapLimit, indent: "  ")
    for entry in unsearched.leftOut.prefix(Self.gapLimit) {
      lines.append(
        "  \(TerminalText.path(entry.path))  " + paint(.quiet, entry.reason.phrase[language]))
    }
    more(unsearched.leftOutCount - Self.gapLimit, indent: "  ")
  }

  // MARK: Account

  private mutating func account() {
    heading(say("Verantwoording", "Account of the search"))
    for fact in AccountFacts(report).facts {
      lines.append("  \(fact.name[language]): \(fact.text)")
    }
    for sentence in ServedText(report: report).sentences { lines.append("  " + sentence[language]) }
    lines.append("  " + AccountFacts.limit[language])
  }

  private mutating func more(_ count: Int, indent: String) {
    guard count > 0 else { return }
    lines.append(
      indent
        + say(
          "en nog \(number.grouped(count)); zie het CSV- of NDJSON-rapport",
          "and \(number.grouped(count)) more; see the CSV or NDJSON report"))
  }

  private mutating func heading(_ text: String) {
    if !lines.isEmpty { lines.append("") }
    lines.append(paint(.heading, text))
  }

  private func say(_ dutch: String, _ english: String) -> String {
    Phrase(dutch, english)[language]
  }
}

extension PersonVerdict {
  fileprivate var role: TerminalPaint.Role {
    switch self {
    case .thisPerson: .alarm
    case .possiblyAnother: .warning
    case .otherPerson: .quiet
    }
  }
}

extension UnsearchedFiles.Gap {
  /// `niet onderzocht: geen lezer voor dit type (exe)`.
  func reason(in language: ReportLanguage) -> String {
    let reason = outcome.gapPhrase?[language] ?? ""
    return outcome == .notExamined(.unsupportedType) && !contentType.isEmpty
      ? "\(reason) (\(contentType))" : reason
  }
}
