internal import AuditLog
internal import Cryptography
internal import Erasure
internal import Glibc
internal import Reporting
internal import ScanModel
internal import Scanning
internal import Subjects
internal import Walking

/// A verification of a plan: what can be said without reading, the scan, the audit log, the reports.
struct EraseRun {
  let moment: VerificationReport.Moment
  let options: EraseVerifyOptions
  let holds: String?
  let logPaths: LogPaths

  private var audit: AuditOptions { options.audit }
  private var telling: EraseTellingOptions { options.telling }
  private var language: ReportLanguage { telling.language }

  /// What a scan told.
  private struct Scanned {
    /// nil where nothing was read after all.
    var result: LocateResult?
    let items: [VerificationReport.Item]
    let problems: [VerificationProblem]
    var signalNumber: Int32 = 0
    let patterns: String
  }

  func run() throws {
    try checkReports()
    let hasher = try options.key.hasher(.existing, language)
    let file = try PlanInUse(TypedText.path(options.plan), hasher, language)
    let run = Self.randomID()
    let started = Int64(time(nil))
    let log = try audit.log(hasher, language)
    let verdict = try verdict(of: log)
    var problems = file.check.sealProblems(PlanSeal(hasher))
    problems += file.check.auditProblems(verdict)
    let cards = PlanCards(file.plan, options.subjects)
    if problems.allSatisfy({ !$0.forbidsScan }) {
      problems += try decisionProblems(of: file, verdict, hasher)
      problems += cards.problems(hasher)
    }
    let scanned = try problems.contains(where: \.forbidsScan) ? nil : scan(file, cards, hasher)
    problems += scanned?.problems ?? []
    if let number = scanned?.signalNumber, number != 0 { throw ExitStatus.signal(number) }
    let outcome = VerificationOutcome(problems)
    let head = try note(outcome, of: file, run, problems.count, log)
    let report = VerificationReport(
      moment: moment, plan: file.plan, planCode: file.code,
      items: scanned?.items ?? notLookedAt(file.plan),
      problems: problems, run: run,
      earlierRun: moment == .after
        ? file.check.earlierRun(verdict.records, planCode: file.code) : "",
      author: Environment.userName, program: toolVersion,
      patterns: scanned?.patterns ?? file.plan.patterns, started: started, ended: Int64(time(nil)),
      summary: scanned?.result?.summary,
      weakPlaceCount: scanned?.result?.weakPlaceCount(besides: file.plan) ?? 0, auditHead: head)
    let reports = Result { try EraseReports(options, language).write(report) }
    try StandardOutput.print(EraseText(report, language).text)
    try reports.get()
    switch outcome {
    case .passed: return
    case .failed: throw ExitStatus.found
    case .incomplete: throw ExitStatus.incomplete
    }
  }

  static func randomID() -> String {
    Hexadecimal.text(of: (0..<8).map { _ in UInt8.random(in: 0...UInt8.max) })
  }

  // MARK: Without reading the share

  private func checkReports() throws {
    try ReportTarget.checkApart(options.out + options.anonymous)
    let plan = TypedText.path(options.plan).real
    for target in options.out + options.anonymous
    where plan != nil && target.replacedFile == plan {
      throw CommandFailure(
        message: language.choose(
          nl: "een rapport zou het plan vervangen: \(target.path)",
          en: "a report would replace the plan: \(target.path)"), status: .usage)
    }
  }

  /// The verdict on the log; an empty one where there is none.
  private func verdict(of log: AuditLog) throws -> AuditVerdict {
    do throws(AuditError) {
      return try log.verify()
    } catch .absent {
      return AuditVerdict.empty
    } catch {
      return try AuditError.telling(in: language) { () throws(AuditError) in throw error }
    }
  }

  private func decisionProblems(
    of file: PlanInUse, _ verdict: AuditVerdict, _ hasher: ValueHasher
  ) throws -> [VerificationProblem] {
    guard moment == .before else {
      return file.check.earlierProblems(verdict.records, planCode: file.code)
    }
    let day = PlanDay(at: Int64(time(nil)))
    var problems = file.check.decisionProblems(on: day)
    guard let path = holds.map({ TypedText.path($0) }) ?? file.plan.holds?.file else {
      return problems
    }
    if access(path.cString, R_OK) != 0 {
      problems.append(VerificationProblem(.holdsMissing, path: path))
    } else {
      problems += file.check.holdProblems(
        try HoldsInUse(path, hasher, language).holds, on: day)
    }
    return problems
  }

  // MARK: Reading the share

  private func scan(
    _ file: PlanInUse, _ cards: PlanCards, _ hasher: ValueHasher
  ) throws -> Scanned {
    let plan = file.plan
    let scanOptions = try cards.scanOptions(plan.scope.options + options.words, language)
    let files = try CardFiles(scanOptions.subjects, language)
    files.warn(language, paths: logPaths)
    guard cards.match(files, hasher) else {
      return Scanned(
        items: notLookedAt(plan), problems: [VerificationProblem(.cardChanged)],
        patterns: plan.patterns)
    }
    let search = SubjectSearch(files.cards)
    let rootProblems = plan.rootProblems
    let roots = plan.scope.roots.filter(\.isThere).map(\.path)
    let own = OwnPaths(
      [file.path] + cards.paths + (holds.map { [TypedText.path($0)] } ?? [])
        + (plan.holds.map { [$0.file] } ?? []))
    let watcher = ScopeWatcher(plan, hasher: hasher)
    let run = try SubjectScanRun(
      options: scanOptions, showsProgress: telling.progress.isWanted, language: language
    ).run(
      try scanOptions.scan(
        search, below: roots, ownFiles: own.ownFiles + audit.ownFiles, digests: .all),
      below: roots, watcher: watcher)
    let contents = watcher.contents()
    let presence = plan.presence
    let copies = plan.namedCopies
    let (outcome, problems): ((PlanItem) -> ItemOutcome, [VerificationProblem])
    switch moment {
    case .before:
      let comparison = BeforeVerification(
        plan, run.result, contents, presence: presence, copies: copies)
      (outcome, problems) = (comparison.outcome, comparison.problems)
    case .after:
      let comparison = AfterVerification(
        plan, run.result, contents, presence: presence, copies: copies)
      (outcome, problems) = (comparison.outcome, comparison.problems)
    }
    return Scanned(
      result: run.result,
      items: plan.items.map { VerificationReport.Item($0, outcome($0)) },
      problems: rootProblems + problems, signalNumber: run.signalNumber,
      patterns: try scanOptions.patternVersion())
  }

  private func notLookedAt(_ plan: ErasurePlan) -> [VerificationReport.Item] {
    plan.items.map { VerificationReport.Item($0, .notLookedAt) }
  }

  // MARK: What stays of it

  /// Notes the outcome in the audit log; returns its head, empty where the log takes no line any more.
  private func note(
    _ outcome: VerificationOutcome, of file: PlanInUse, _ run: String, _ problemCount: Int,
    _ log: AuditLog
  ) throws -> String {
    let trail = AuditTrail(
      log: log, caseReference: file.plan.caseReference,
      reason: options.reason.map { TypedText.visible($0) } ?? "", language: language)
    do {
      return try trail.append(
        moment.rawValue,
        [
          (AuditFact.plan, file.plan.id), (AuditFact.text, file.code), (AuditFact.run, run),
          (AuditFact.outcome, outcome.rawValue), (AuditFact.problems, "\(problemCount)"),
        ]
      ).text
    } catch let failure as CommandFailure where outcome == .failed {
      // A log that was tampered with is one of the problems, and is told of with them.
      StandardError.print(failure.message.text(paths: logPaths))
      return ""
    }
  }
}
