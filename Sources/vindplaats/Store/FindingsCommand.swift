internal import ArgumentParser
internal import FindingStore
internal import Glibc
internal import PatternCatalog
internal import Reporting
internal import ScanModel
internal import Scanning

/// Lists the findings that the store knows.
struct FindingsCommand: StoreQuestion {
  static let configuration = CommandConfiguration(
    commandName: "findings", abstract: "List findings of the store, or make reports of them.",
    discussion: """
      No file of a share is read. Values are masked: the store does not know them. The list is ordered \
      by path; each finding has a name, such as k3f7q2ab1x.3, for 'explain' and decisions. It is the same in \
      every run, as long as its file keeps its content.
      """)

  @OptionGroup(title: "The store of findings") var reading: StoreReadingOptions

  @OptionGroup(title: "Which findings") var filter: FindingFilterOptions

  @Option(
    name: .customLong("value-file"),
    help: ArgumentHelp(
      "Look up values: a file with a kind, a tab and a value on each line; '-' is standard input.",
      valueName: "file"),
    completion: .file())
  var valueFile: String?

  @OptionGroup(title: "Reports") var reports: ListingReportOptions

  func run() throws {
    try ReportTarget.checkApart(reports.out)
    let began = Self.seconds
    let language = reading.language
    let catalog = try reading.catalogOptions.catalog()
    let store = try reading.open()
    let runs = try reading.ask { () throws(StoreError) in try store.runs() }
    let run = try filter.run.map { try reading.run(named: $0, among: runs) }
    let asked = try catalog.keeping(named: filter.kindIDs, language)
    let now = Int64(time(nil))
    var query = filter.query(run, now: now)
    if let valueFile {
      query.values = try ValueFile(valueFile, language).hashes(in: store, catalog, language)
    }
    let decisions = try reading.ask { () throws(StoreError) in
      try DecisionBook(in: store, at: now)
    }
    let style = reports.style(language)
    let progress = ScanProgress()
    let hub = ReportHub(try reports.writers(style), style: style, progress: progress)
    let list =
      reports.listsFindings
      ? FindingList(to: OutputFile(descriptor: STDOUT_FILENO), style: style) : nil
    let listing = ListingHub(hub, progress, list: list)
    hub.begin(header(run ?? runs.last, runs, asked.reportedKinds))
    let totals = try reading.ask { () throws(StoreError) in
      try store.list(query, decisions, shows: filter.decided.shows, to: listing)
    }
    var summary = RunSummary(
      coverage: totals.coverage, findingCounts: totals.findingCounts,
      fileCounts: totals.fileCounts, suppressedCount: 0,
      wasInterrupted: run?.status == .interrupted, duration: Self.seconds - began)
    summary.decided = totals.decided
    let sentences = sentences(totals)
    let errors = listing.finish(summary, sentences: sentences)
    if list == nil { StandardError.print(sentences.last ?? "") }
    errors.print(in: language, paths: logPaths)
    if let status = errors.status { throw status }
  }

  /// What the reports begin with: the run that is told of, or the last.
  private func header(
    _ run: StoredRun?, _ runs: [StoredRun], _ kinds: [KindDescription]
  ) -> RunHeader {
    let roots = filter.run == nil ? Set(runs.flatMap(\.roots)) : Set(run?.roots ?? [])
    return RunHeader(
      id: run?.name ?? "", toolVersion: toolVersion, started: run?.started ?? 0,
      roots: roots.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) },
      options: filter.facts, kinds: kinds, isSelection: true)
  }

  /// What the list ends with; the last one tells of those that decisions hide.
  private func sentences(_ totals: ListingTotals) -> [String] {
    let language = reading.language
    let number = NumberText(language)
    let count = totals.findingCounts.values.reduce(0) { $0 + $1.total }
    let found = number.grouped(count)
    let files = number.grouped(totals.coverage.listedCount)
    let hidden = number.grouped(totals.hiddenCount)
    return [
      language.choose(
        nl: "\(found) gevonden; \(files) bestanden nagezien in de opslag",
        en: "\(found) found; \(files) files looked up in the store"),
      language.choose(
        nl: "\(hidden) verborgen door besluiten (--decided all toont ze)",
        en: "\(hidden) hidden by decisions (--decided all shows them)"),
    ]
  }

  private static var seconds: Double {
    var moment = timespec()
    clock_gettime(CLOCK_MONOTONIC, &moment)
    return Double(moment.tv_sec) + Double(moment.tv_nsec) / 1e9
  }
}
