internal import ArgumentParser
internal import AuditLog
internal import Cryptography
internal import FindingStore
internal import Glibc
internal import Reporting
internal import ScanModel
internal import Scanning
internal import Subjects
internal import Walking

/// Finds all data of the people of some cards.
struct LocateCommand: TellingCommand {
  static let configuration = CommandConfiguration(
    commandName: "locate",
    abstract: "Find all data of a person: in files, mailboxes, exports and archives.",
    discussion: """
      With paths everything below them is read anew, with the names and variants of the cards; the \
      store, if there is one, answers for what lies elsewhere. Without paths the store alone answers, \
      at once, and only for exact values. Nothing in a share is written. Values are masked unless \
      --reveal is given.
      """)

  @Argument(
    help: ArgumentHelp("Files and folders to read anew; none asks the store.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @OptionGroup var subjects: SubjectScanOptions

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp(
      "The reference of the case, never a name; without it, that of the card.", valueName: "text"))
  var caseReference: String?

  @Option(help: ArgumentHelp("Why the person is looked for.", valueName: "text"))
  var reason: String?

  @OptionGroup(title: "The store of findings") var place: StoreOptions

  @Flag(
    name: .customLong("no-store"),
    help: "Ask no store. So does VINDPLAATS_STORE=none.")
  var asksNoStore = false

  @OptionGroup(title: "The audit log") var audit: AuditOptions

  @OptionGroup(title: "Reports") var reports: LocateReportOptions

  @OptionGroup(title: "Messages") var messages: MessageOptions

  var keyFile: KeyFile? { place.keyFile }

  private var isWithoutStore: Bool {
    asksNoStore || place.store == nil && Environment.variable("VINDPLAATS_STORE") == "none"
  }

  func validate() throws {
    guard !paths.contains("") else { throw ValidationError("a path is empty") }
    if paths.isEmpty, asksNoStore {
      throw ValidationError("name paths to read, or leave --no-store out")
    }
  }

  func run() throws {
    let language = reports.looks.language
    let began = Int64(time(nil))
    try ReportTarget.checkApart(reports.out)
    let cards = try CardFiles(subjects.subjects, language)
    cards.warn(language, paths: logPaths)
    let search = SubjectSearch(cards.cards)
    let roots = try TypedText.existingPaths(paths)
    let store = try openStore(language)
    let log = try audit.log(try place.keyFile.hasher(.made, language), language)
    let ownFiles = (store?.ownFiles ?? []) + audit.ownFiles + OwnPaths(cards.paths).ownFiles
    let scan =
      roots.isEmpty
      ? nil
      : try subjects.scan(
        search, below: roots, ownFiles: ownFiles, digests: .membersWithTerms)
    try DescriptorCount.check(reportCount: reports.out.count)
    if reports.looks.reveal { warnOfReveal(language) }
    let outputs = try reports.outputs()
    var account = try account(of: search, roots, began, language)
    let asked = try ask(store, search, outside: roots, language)
    let run = try scan.map {
      try SubjectScanRun(
        options: subjects, showsProgress: reports.looks.progress.isWanted, language: language
      ).run($0, below: roots, sizes: Set(asked?.entries.map(\.file.record.byteCount) ?? []))
    }
    account.runs = asked?.runs
    account.storedAttributes = asked?.attributes ?? []
    account.ended = Int64(time(nil))
    account.auditHead = try note(account, run?.result, asked, in: log, language)
    let report = report(account, run?.result, asked, store)
    let errors = write(report, to: outputs)
    errors.print(in: language, paths: logPaths)
    if let number = run?.signalNumber, number != 0 { throw ExitStatus.signal(number) }
    if let status = errors.status { throw status }
    if !report.isComplete { throw ExitStatus.incomplete }
  }

  /// The store; where paths are named it need not be there.
  private func openStore(_ language: ReportLanguage) throws -> FindingStore? {
    if isWithoutStore {
      guard paths.isEmpty else { return nil }
      throw CommandFailure(
        message: language.choose(
          nl: "zonder paden antwoordt de opslag, en die is uitgezet; noem paden om te lezen",
          en: "without paths the store answers, and it is switched off; name paths to read"),
        status: .usage)
    }
    do throws(StoreError) {
      return try FindingStore(place.path, keyFile: place.keyFile, for: .read)
    } catch .absent(let path) where !paths.isEmpty && place.store == nil {
      _ = path
      return nil
    } catch {
      throw error.failure(in: language)
    }
  }

  private func ask(
    _ store: FindingStore?, _ search: SubjectSearch, outside roots: [FilePath],
    _ language: ReportLanguage
  ) throws -> SubjectStoreSearch? {
    guard let store else { return nil }
    var question = SubjectStoreSearch(search, outside: roots)
    do throws(StoreError) {
      try question.ask(store)
    } catch {
      throw error.failure(in: language)
    }
    return question
  }

  private func account(
    of search: SubjectSearch, _ roots: [FilePath], _ began: Int64, _ language: ReportLanguage
  ) throws -> SearchAccount {
    let cases = search.cards.map(\.caseReference).filter { !$0.isEmpty }
    var known: Set<String> = []
    return SearchAccount(
      id: Hexadecimal.text(of: (0..<8).map { _ in UInt8.random(in: 0...UInt8.max) }),
      toolVersion: toolVersion, patternVersion: try subjects.patternVersion(),
      recipe: try subjects.recipe(),
      caseReference: try caseReference.map { try CaseReference.checked($0, search, language) }
        ?? cases.filter { known.insert($0).inserted }.joined(separator: ", "),
      reason: reason.map(TypedText.visible) ?? "", roots: roots, options: subjects.facts,
      search: search, started: began)
  }

  /// Writes in the audit log who looked for whom; returns its head.
  private func note(
    _ account: SearchAccount, _ result: LocateResult?, _ asked: SubjectStoreSearch?,
    in log: AuditLog, _ language: ReportLanguage
  ) throws -> String {
    let trail = AuditTrail(
      log: log, caseReference: account.caseReference, reason: account.reason, language: language)
    let sources = [result.map { _ in "scan" }, asked.map { _ in "store" }].compactMap(\.self)
    let isComplete = result?.isComplete ?? asked?.isComplete ?? false
    return try trail.append(
      "locate",
      [
        ("run", account.id), ("sources", sources.joined(separator: " ")),
        ("subjects", account.subjects.map(\.reference).joined(separator: " ")),
        ("roots", account.roots.map(TerminalText.path).joined(separator: " ")),
        ("files", String((result?.files.count ?? 0) + (asked?.entries.count ?? 0))),
        ("revealed", reports.looks.reveal ? "yes" : "no"),
        ("outcome", isComplete ? "complete" : "incomplete"),
      ]
    ).text
  }

  private func report(
    _ account: SearchAccount, _ result: LocateResult?, _ asked: SubjectStoreSearch?,
    _ store: FindingStore?
  ) -> LocateReport {
    var owners = AccountNames()
    var entries =
      result?.files.map {
        LocateReport.Entry(file: $0, source: .scan, owner: owners.owner(of: $0.record.facts))
      } ?? []
    entries += asked?.entries ?? []
    var unsearched = result?.unsearched ?? UnsearchedFiles()
    if let asked { unsearched.add(asked.unsearched.gaps) }
    return LocateReport(
      account: account, entries: entries, unsearched: unsearched, summary: result?.summary,
      isComplete: result?.isComplete ?? asked?.isComplete ?? false, style: reports.looks.style,
      code: { store?.code(of: $0) ?? $0.bytes })
  }

  private func write(
    _ report: LocateReport, to outputs: [(format: LocateFormat, output: OutputFile)]
  ) -> [ReportError] {
    var errors: [ReportError] = []
    for (format, output) in outputs {
      do throws(ReportError) {
        try format.write(report, to: output)
      } catch {
        errors.append(error)
      }
    }
    return errors
  }

  private func warnOfReveal(_ language: ReportLanguage) {
    StandardError.print(
      language.choose(
        nl: "LET OP: --reveal schrijft persoonsgegevens leesbaar in de rapporten",
        en: "WARNING: --reveal writes personal data readably into the reports"))
  }
}
