package import Reporting
package import ScanModel
package import Subjects

/// What a verification of a plan came to: all that its reports say.
package struct VerificationReport: Sendable {
  package enum Moment: String, Hashable, Sendable {
    case before = "verify-before"
    case after = "verify-after"
  }

  /// An item, and what became of it.
  package struct Item: Hashable, Sendable {
    package let item: PlanItem
    package let outcome: ItemOutcome

    package init(_ item: PlanItem, _ outcome: ItemOutcome) {
      self.item = item
      self.outcome = outcome
    }
  }

  package let moment: Moment
  package let plan: ErasurePlan
  /// What stands for the text of the plan: keyed, hexadecimal.
  package let planCode: String
  package let items: [Item]
  /// In order.
  package let problems: [VerificationProblem]
  /// Random, to tell runs apart.
  package let run: String
  /// Of the verification before, that the plan passed; empty where there is none.
  package let earlierRun: String
  package let author: String
  package let program: String
  package let patterns: String
  /// Seconds since 1970.
  package let started: Int64
  package let ended: Int64
  /// nil where nothing was read.
  package let summary: RunSummary?
  /// Files in which only what others may share with the person was found, such as a surname.
  package let weakPlaceCount: Int
  /// Of the audit log, with the line of this verification.
  package let auditHead: String

  package init(
    moment: Moment, plan: ErasurePlan, planCode: String, items: [Item],
    problems: [VerificationProblem], run: String, earlierRun: String, author: String,
    program: String, patterns: String, started: Int64, ended: Int64, summary: RunSummary?,
    weakPlaceCount: Int, auditHead: String
  ) {
    self.moment = moment
    self.plan = plan
    self.planCode = planCode
    self.items = items
    self.problems = problems.inOrder
    self.run = run
    self.earlierRun = earlierRun
    self.author = author
    self.program = program
    self.patterns = patterns
    self.started = started
    self.ended = ended
    self.summary = summary
    self.weakPlaceCount = weakPlaceCount
    self.auditHead = auditHead
  }

  package var coverage: Coverage? { summary?.coverage }

  package var decisions: DecisionCounts { DecisionCounts(of: items.map(\.item)) }

  /// Says how many files were not read, or not wholly; nil where all were, or nothing was to be.
  package var gapPhrase: Phrase? {
    guard let coverage, coverage.scannedCount < coverage.listedCount else { return nil }
    return Phrase.unread(
      coverage.listedCount - coverage.scannedCount, of: coverage.listedCount)
  }

  /// Entries that were left out by choice, such as by --exclude; what they hold is not known.
  package var leftOutCount: Int { coverage?.leftOut.values.reduce(0, +) ?? 0 }

  package var outcome: VerificationOutcome { VerificationOutcome(problems) }

  /// Whether it is a statement that all is gone: only after a deletion, and only when nothing is wrong
  /// and everything was read.
  package var isStatement: Bool {
    moment == .after && problems.isEmpty && coverage?.isComplete == true
  }

  /// `Verklaring` or `Bevindingen`.
  package func title(in language: ReportLanguage) -> String {
    isStatement
      ? language.choose(nl: "Verklaring", en: "Statement")
      : language.choose(nl: "Bevindingen", en: "Findings")
  }
}

extension LocateResult {
  /// Files that a plan does not have and that tell only what others may share with the person.
  package func weakPlaceCount(besides plan: ErasurePlan) -> Int {
    let planned = Set(plan.items.map(\.path))
    return Set(files.map(\.path).filter { !planned.contains($0) }).count
      - Set(files.filter { !planned.contains($0.path) && $0.tellsOfPerson }.map(\.path)).count
  }
}
