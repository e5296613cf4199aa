internal import ArgumentParser
internal import Cryptography
internal import Dispatch
internal import FindingStore
internal import Glibc
internal import Isolation
internal import PatternCatalog
internal import Reporting
internal import ScanModel
internal import Scanning
internal import Walking

/// Scans files and folders and reports hits per file.
struct ScanCommand: TellingCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan", abstract: "Scan files and folders, and report hits per file.",
    discussion: """
      A share is only read: nothing in it is written, access times stay. Values are masked in all \
      reports unless --reveal is given.
      """)

  @Argument(
    help: ArgumentHelp("Files and folders to scan.", valueName: "path"), completion: .file())
  var paths: [String]

  @OptionGroup(title: "What is looked for") var catalogOptions: CatalogOptions

  @Option(
    help: ArgumentHelp(
      "Look only for these kinds, separated by commas ('patterns list' names them).",
      valueName: "ids"),
    transform: Self.kinds)
  var kinds: [[String]] = []

  @OptionGroup(title: "What is read") var reading: ReadingOptions

  @Flag(name: .customLong("dry-run"), help: "Only count the files and bytes that would be read.")
  var isDryRun = false

  @OptionGroup(title: "Documents") var documents: DocumentOptions

  @OptionGroup(title: "The store of findings") var memory: ScanStoreOptions

  @OptionGroup(title: "Reports") var reporting: ReportingOptions

  @OptionGroup(title: "Messages") var messages: MessageOptions

  mutating func validate() throws {
    guard !paths.contains("") else { throw ValidationError("a path is empty") }
  }

  /// Throws where a report would replace another, or what is to be scanned.
  private func checkReports() throws {
    try ReportTarget.checkApart(reporting.out)
    let files = Set(paths.compactMap { TypedText.path($0).real })
    for target in reporting.out {
      if let file = target.replacedFile, files.contains(file) {
        throw CommandFailure(
          message: "a report would replace \(target.path), which is to be scanned",
          status: .usage)
      }
    }
  }

  var keyFile: KeyFile? { memory.isNone ? nil : memory.place.keyFile }

  func run() throws {
    try checkReports()
    let files = try catalogOptions.files()
    let style = reporting.looks.style
    let catalog = try CatalogOptions.catalog(with: files)
      .keeping(named: kinds.flatMap { $0 }, style.language)
    let tables = try catalogOptions.searchTables(catalog)
    let roots = try TypedText.existingPaths(paths)
    if style.revealsValues {
      StandardError.print(
        style.language.choose(
          nl: "LET OP: --reveal schrijft persoonsgegevens leesbaar in de rapporten",
          en: "WARNING: --reveal writes personal data readably into the reports"))
    }
    if reading.pace.readsWhenIdle { try IdleReading.begin() }
    if isDryRun { return try dryRun(roots, style.language) }
    try scan(roots, catalog, tables, try workerConfiguration(files), style)
  }

  private func scan(
    _ roots: [FilePath], _ catalog: PatternCatalog, _ tables: SearchTables,
    _ configuration: WorkerConfiguration, _ style: ReportStyle
  ) throws {
    try DescriptorCount.check(reportCount: reporting.out.count)
    let store = try memory.open(style.language)
    let isolation = IsolationSetup(configuration)
    let progress = ScanProgress()
    let printer = ProgressPrinter(
      progress, throttle: reading.pace.throttle, language: style.language)
    let signals = SignalWatch(progress: progress) { printer.print(endsLine: true) }
    let hub = ReportHub(
      try reporting.writers(style: style), style: style, progress: progress)
    let timer =
      reporting.looks.progress.isWanted
      ? printer.start(roots: roots, options: reading.walkOptions) : nil
    let started = Int64(time(nil))
    let recorder = try store.map { store in
      try beginRun(in: store, of: roots, configuration, started, progress, style.language)
    }
    // Values are not kept, so what is to be shown in full must be read.
    let readsAll = memory.rescan || style.revealsValues
    let storeHub = try recorder.map { recorder in
      let decisions = try StoreError.telling(in: style.language) { () throws(StoreError) in
        try RunDecisions(of: recorder, at: started)
      }
      return StoreHub(hub, recorder, decisions, readsAll: readsAll)
    }
    hub.begin(
      RunHeader(
        id: recorder?.name ?? Self.randomID(), toolVersion: toolVersion, started: started,
        roots: roots, options: facts, kinds: catalog.reportedKinds,
        isContinued: recorder?.isContinued ?? false))
    var options = reading.walkOptions
    options.ownFiles = store?.ownFiles ?? []
    let scan = Scan(
      roots: roots, options: options, byteLimit: reading.maximumSize?.byteCount,
      binaryReading: reading.readsTextInBinary ? .runsOfText : .none, tables: tables,
      throttle: reading.pace.throttle.map { Throttle(bytesPerSecond: $0.byteCount) },
      isolation: isolation, memory: storeHub)
    let summary = scan.run(
      jobCount: reading.pace.jobCount, progress: progress, receiver: storeHub ?? hub)
    if let timer {
      printer.end()
      timer.cancel()
    }
    let storeError = storeHub?.failure ?? recorder?.end(summary)
    var decided = summary
    if storeError == nil { decided.decided = recorder?.decidedCounts }
    let errors = hub.finish(decided)
    try end(summary, errors, storeError, signals.signalNumber, style.language)
  }

  /// Begins the run in the store, or goes on with the one that was broken off.
  private func beginRun(
    in store: FindingStore, of roots: [FilePath], _ configuration: WorkerConfiguration,
    _ started: Int64, _ progress: ScanProgress, _ language: ReportLanguage
  ) throws -> RunRecorder {
    let recipe = ScanRecipe(configuration, facts: recipeFacts)
    let description = RunDescription(
      name: Self.randomID(), started: started, toolVersion: toolVersion, options: facts,
      roots: ScanRoots(roots.map { ScanRoots.Root(given: $0, real: $0.real ?? $0.absolute) }),
      recipe: recipe.bytes, recipeText: recipe.text, host: Environment.hostName,
      user: Environment.userName, comparison: memory.comparison)
    let recorder = try StoreError.telling(in: language) { () throws(StoreError) in
      try RunRecorder(store, description, jobCount: reading.pace.jobCount) { progress.cancel() }
    }
    if recorder.isContinued {
      StandardError.print(
        language.choose(
          nl:
            "een eerdere scan van deze paden brak af; run \(recorder.name) gaat verder waar die was",
          en: "an earlier scan of these paths broke off; run \(recorder.name) goes on where it was")
      )
    }
    return recorder
  }

  /// Ends the command with the status that the run deserves.
  private func end(
    _ summary: RunSummary, _ errors: [ReportError], _ storeError: StoreError?,
    _ signalNumber: Int32, _ language: ReportLanguage
  ) throws {
    errors.print(in: language, paths: logPaths)
    if let storeError { throw storeError.failure(in: language) }
    if signalNumber != 0 { throw ExitStatus.signal(signalNumber) }
    if let status = errors.status { throw status }
    if !summary.coverage.isComplete { throw ExitStatus.incomplete }
    if summary.findingCount > 0 { throw reporting.statusOfFindings }
  }

  private func dryRun(_ roots: [FilePath], _ language: ReportLanguage) throws {
    let count = CountingWalk.count(
      roots: roots, options: reading.walkOptions, isCancelled: { false })
    let noun =
      count.fileCount == 1
      ? language.choose(nl: "bestand", en: "file") : language.choose(nl: "bestanden", en: "files")
    try StandardOutput.print("\(count.fileCount) \(noun), \(count.byteCount) bytes")
  }

  /// What the workers are told, so that they look for the same.
  private func workerConfiguration(
    _ files: [(name: String, text: String)]
  ) throws -> WorkerConfiguration {
    var configuration = WorkerConfiguration()
    configuration.kinds = Array(kinds.joined())
    configuration.patternFiles = files.map {
      WorkerConfiguration.PatternFile(name: $0.name, text: $0.text)
    }
    configuration.matcher = catalogOptions.matcher.rawValue
    configuration.passwords = try documents.passwordList()
    configuration.limits = documents.limits
    return configuration
  }

  /// The ids of a list such as `bsn,iban`.
  private static func kinds(_ argument: String) throws -> [String] {
    let ids = argument.split { $0 == "," || $0 == " " }.map { String($0) }
    guard !ids.isEmpty else { throw ValidationError("write kinds such as bsn,iban") }
    return ids
  }

  /// The options that decide what is listed and found, as reports print them.
  private var facts: [String] { catalogFacts + reading.facts + documents.facts }

  /// The options that decide what is found in a content.
  private var recipeFacts: [String] {
    catalogFacts + (reading.readsTextInBinary ? ["--text-in-binary"] : []) + documents.facts
  }

  /// The options that name patterns, as reports print them.
  private var catalogFacts: [String] {
    let ids = kinds.joined().joined(separator: ",")
    return (ids.isEmpty ? [] : ["--kinds \(ids)"])
      + catalogOptions.directories.map { "--patterns \(TypedText.visible($0))" }
  }

  private static func randomID() -> String {
    Hexadecimal.text(of: (0..<8).map { _ in UInt8.random(in: 0...UInt8.max) })
  }
}

extension ReportLanguage {
  func choose(nl: String, en: String) -> String {
    switch self {
    case .nl: nl
    case .en: en
    }
  }

  func choose(nl: Message, en: Message) -> Message {
    switch self {
    case .nl: nl
    case .en: en
    }
  }
}
