internal import ArgumentParser
internal import AuditLog
internal import Cryptography
internal import Erasure
internal import FindingStore
internal import Glibc
internal import Reporting
internal import ScanModel
internal import Scanning
internal import Subjects
internal import Walking

/// Writes the plan of a deletion.
struct ErasePlanCommand: TellingCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Write a plan: every file with data of the person, for an officer to decide.",
    discussion: """
      Everything is read anew. The plan holds no value: paths, places, counts and keyed digests. It is \
      sealed: nothing but its decisions may be edited. A plan that exists is not overwritten.
      """)

  @Argument(
    help: ArgumentHelp("Files and folders that are the scope.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Option(
    name: .customLong("paths"),
    help: ArgumentHelp(
      "Plan for the paths of this file instead, one a line; each is read.", valueName: "list"),
    completion: .file())
  var list: String?

  @Option(
    help: ArgumentHelp("The file that the plan becomes.", valueName: "plan"), completion: .file())
  var out: String

  @Option(
    help: ArgumentHelp("A YAML file of holds: what may not be deleted yet.", valueName: "file"),
    completion: .file())
  var holds: String?

  @OptionGroup var subjects: SubjectScanOptions
  @OptionGroup(title: "The case") var about: CaseOptions
  @OptionGroup(title: "The audit log") var audit: AuditOptions
  @OptionGroup var key: KeyOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions
  @OptionGroup var telling: EraseTellingOptions

  var keyFile: KeyFile? { key.keyFile }

  func validate() throws {
    guard !paths.contains(""), !out.isEmpty, list != "", holds != "" else {
      throw ValidationError("a path is empty")
    }
    if paths.isEmpty == (list == nil) {
      throw ValidationError("name files and folders, or a list of them with --paths")
    }
  }

  func run() throws {
    let language = telling.language
    let place = TypedText.path(out)
    try refuseExisting(place, language)
    let cards = try CardFiles(subjects.subjects, language)
    cards.warn(language, paths: logPaths)
    let search = SubjectSearch(cards.cards)
    let roots = try roots(language)
    let hasher = try key.hasher(.made, language)
    let log = try audit.log(hasher, language)
    let held = try holds.map { try HoldsInUse(TypedText.path($0), hasher, language) }
    let trail = AuditTrail(
      log: log, caseReference: try caseReference(search, language),
      reason: about.reason.map { TypedText.visible($0) } ?? "", language: language)
    let own = OwnPaths(
      [place] + cards.files.filter { !$0.isStandardInput }.map(\.path)
        + (held.map { [$0.path] } ?? []))
    let watcher = ScopeWatcher(hasher: hasher)
    let run = try SubjectScanRun(
      options: subjects, showsProgress: telling.progress.isWanted, language: language
    ).run(
      try subjects.scan(
        search, below: roots, ownFiles: own.ownFiles + audit.ownFiles, digests: .all),
      below: roots, watcher: list == nil ? nil : watcher)
    if run.signalNumber != 0 { throw ExitStatus.signal(run.signalNumber) }
    let items = PlanProposal(
      run.result, subjects: search.cards.map(\.reference),
      listed: list == nil ? [] : watcher.records, hasher: hasher, holds: held?.holds ?? [],
      caseReference: trail.caseReference, day: PlanDay(at: Int64(time(nil)))
    ).items(below: roots, copiesWithin: CopyBound(roots, isList: list != nil))
    let plan = ErasurePlan(
      id: EraseRun.randomID(), caseReference: trail.caseReference, made: Int64(time(nil)),
      author: Environment.userName, program: toolVersion,
      patterns: try subjects.patternVersion(), recipe: try subjects.recipe(),
      keyID: Hexadecimal.text(of: hasher.keyID), auditHead: try head(of: log, language),
      cards: cards.files.map { $0.planCard(search, hasher) }, holds: held?.planHolds,
      scope: PlanScope(
        roots: roots.compactMap { PlanRoot(at: $0) }, options: subjects.words, isList: list != nil),
      coverage: PlanCoverage(run.result.coverage), items: items)
    try write(plan, PlanSeal(hasher), to: place, hasher, trail)
    try tell(plan, place, language)
    if !run.result.isComplete { throw ExitStatus.incomplete }
  }

  // MARK: What is given

  private func roots(_ language: ReportLanguage) throws -> [FilePath] {
    let typed =
      try list.map { try PathList.paths(in: TypedText.path($0), language) }
      ?? TypedText.existingPaths(paths)
    var seen: Set<FilePath> = []
    let roots = try typed.map { path in
      guard let real = path.real else {
        let reason = String(cString: strerror(errno))
        throw CommandFailure(
          message: language.choose(
            nl: "\(path) kan niet worden gelezen: \(reason)", en: "cannot read \(path): \(reason)"),
          status: .usage)
      }
      return real
    }.filter { seen.insert($0).inserted }
    guard list != nil else { return roots }
    // Copies of what is listed are read as well, and searched again by verifications.
    return roots
      + NamedCopies.of(roots, within: .share).map(\.path).filter { seen.insert($0).inserted }
  }

  private func caseReference(
    _ search: SubjectSearch, _ language: ReportLanguage
  ) throws -> String {
    if let typed = about.caseReference {
      return try CaseReference.checked(typed, search, language)
    }
    let references = Set(search.cards.map(\.caseReference)).subtracting([""])
    guard let reference = references.first, references.count == 1 else {
      throw CommandFailure(
        message: language.choose(
          nl: "noem de zaak met --case (een kenmerk, geen naam)",
          en: "name the case with --case (a reference, not a name)"), status: .usage)
    }
    return reference
  }

  private func head(of log: AuditLog, _ language: ReportLanguage) throws -> String {
    do throws(AuditError) {
      return try log.verify().head?.text ?? ""
    } catch .absent {
      return ""
    } catch {
      return try AuditError.telling(in: language) { () throws(AuditError) in throw error }
    }
  }

  // MARK: What comes out

  private func refuseExisting(_ place: FilePath, _ language: ReportLanguage) throws {
    do throws(PlanFile.Failure) {
      try PlanFile.refuseExisting(place)
    } catch {
      throw failure(error, place, language)
    }
  }

  /// The line in the audit log comes before the name of the plan: no plan is there that it does not
  /// know.
  private func write(
    _ plan: ErasurePlan, _ seal: PlanSeal, to place: FilePath, _ hasher: ValueHasher,
    _ trail: AuditTrail
  ) throws {
    let text = PlanText(plan, seal: seal, language: trail.language).text
    do {
      try PlanFile.write(text, to: place) {
        _ = try trail.append(
          AuditAction.plan,
          [
            (AuditFact.plan, plan.id), (AuditFact.text, hasher.fileCode(Array(text.utf8))),
            (AuditFact.items, "\(plan.items.count)"),
            (AuditFact.outcome, plan.coverage.isComplete ? "complete" : "incomplete"),
          ])
      }
    } catch let error as PlanFile.Failure {
      throw failure(error, place, trail.language)
    }
  }

  private func failure(
    _ error: PlanFile.Failure, _ place: FilePath, _ language: ReportLanguage
  ) -> CommandFailure {
    switch error {
    case .exists:
      return CommandFailure(
        message: language.choose(
          nl: "\(place) bestaat al en wordt niet overschreven; noem een andere plaats met --out",
          en: "\(place) exists and is not overwritten; name another place with --out"),
        status: .usage)
    case .unreachable(let number):
      let reason = String(cString: strerror(number))
      return CommandFailure(
        message: language.choose(
          nl: "het plan \(place) kan niet worden geschreven: \(reason)",
          en: "the plan \(place) cannot be written: \(reason)"), status: .reportFailed)
    }
  }

  private func tell(_ plan: ErasurePlan, _ place: FilePath, _ language: ReportLanguage) throws {
    let open = plan.items.count { $0.decision.choice == nil }
    let held = plan.items.count { $0.hold != nil }
    let missed = plan.coverage.listedCount - plan.coverage.searchedCount
    let count = plan.items.count
    var lines = [
      language.choose(
        nl:
          "plan \(TerminalText.path(place)): \(count) \(Phrase.items(count)[.nl]), "
          + "\(open) te beslissen, \(held) onder een blokkade",
        en: "plan \(TerminalText.path(place)): \(count) \(Phrase.items(count)[.en]), "
          + "\(open) to decide, \(held) under a hold")
    ]
    if missed > 0 {
      let unread = Phrase.unread(missed, of: plan.coverage.listedCount)[language]
      lines.append(
        language.choose(
          nl: "\(unread); 'vindplaats locate' zegt welke",
          en: "\(unread); 'vindplaats locate' says which"))
    }
    try StandardOutput.print(lines.joined(separator: "\n"))
  }
}

extension CardFiles.File {
  /// What a plan says of it.
  func planCard(_ search: SubjectSearch, _ hasher: ValueHasher) -> PlanCardFile {
    PlanCardFile(
      file: isStandardInput ? nil : path.real ?? path.absolute,
      digest: hasher.fileCode(Array(text.utf8)), subjects: cards.map { search.cards[$0].reference })
  }
}
