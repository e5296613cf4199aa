internal import ArgumentParser
internal import Dispatch
internal import Evidence
internal import Glibc
internal import Matching
internal import PatternCatalog
internal import Reporting
internal import ScanModel
internal import Scanning
internal import Walking

/// Scans files and folders and reports hits per file.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan", abstract: "Scan files and folders, and report hits per file.",
    discussion: """
      A share is only read: nothing in it is written, access times stay. Values are masked in all \
      reports unless --reveal is given.
      """)

  @Argument(help: ArgumentHelp("Files and folders to scan.", valueName: "path"))
  var paths: [String]

  @OptionGroup(title: "What is looked for") var catalogOptions: CatalogOptions

  @Option(
    help: ArgumentHelp(
      "Look only for these kinds, separated by commas ('patterns list' names them).",
      valueName: "ids"))
  var kinds: String?

  @OptionGroup(title: "What is read") var reading: ReadingOptions

  @OptionGroup(title: "Reports") var reporting: ReportingOptions

  mutating func validate() throws {
    guard paths.contains("") == false else { throw ValidationError("a path is empty") }
  }

  func run() throws {
    let patterns = try CatalogOptions.compiled(try chosenCatalog())
    let roots = try existingRoots()
    let style = reporting.style
    if style.revealsValues {
      StandardError.print(
        style.language.choose(
          nl: "vindplaats: LET OP: --reveal schrijft persoonsgegevens leesbaar in de rapporten",
          en: "vindplaats: WARNING: --reveal writes personal data readably into the reports"))
    }
    if reading.isDryRun { return dryRun(roots, style.language) }
    try scan(roots, patterns, style)
  }

  private func scan(_ roots: [FilePath], _ patterns: CompiledPatterns, _ style: ReportStyle) throws {
    let progress = ScanProgress()
    let hub = ReportHub(try reporting.writers(style: style), progress: progress)
    let printer = ProgressPrinter(progress, language: style.language)
    let signals = SignalWatch(progress: progress) { printer.print(endsLine: true) }
    let timer =
      reporting.showsProgress ? printer.start(roots: roots, options: reading.walkOptions) : nil
    hub.begin(
      RunHeader(
        id: Self.randomID(), toolVersion: toolVersion, started: Int64(time(nil)), roots: roots,
        options: reading.facts(kinds: kinds, patternDirectories: catalogOptions.directories),
        kinds: patterns.catalog.reportedKinds))
    let scan = Scan(
      roots: roots, options: reading.walkOptions, byteLimit: reading.maximumSize?.byteCount,
      patterns: patterns, vocabulary: Vocabulary(patterns.catalog))
    let summary = scan.run(jobCount: reading.jobCount, progress: progress, receiver: hub)
    if let timer {
      printer.end()
      timer.cancel()
    }
    let errors = hub.finish(summary)
    try end(summary, errors, signals.signalNumber, style.language)
  }

  /// Ends the command with the status that the run deserves.
  private func end(
    _ summary: RunSummary, _ errors: [ReportError], _ signalNumber: Int32,
    _ language: ReportLanguage
  ) throws {
    for error in errors where error != .brokenPipe {
      StandardError.print("vindplaats: \(error.message(in: language))")
    }
    if signalNumber != 0 { throw ExitStatus.signal(signalNumber) }
    if errors.contains(where: { $0 != .brokenPipe }) { throw ExitStatus.reportFailed }
    if !errors.isEmpty { throw ExitStatus.signal(SIGPIPE) }
    if !summary.coverage.isComplete { throw ExitStatus.incomplete }
    if reporting.failsOnFindings, summary.findingCount > 0 { throw ExitStatus.found }
  }

  private func dryRun(_ roots: [FilePath], _ language: ReportLanguage) {
    let count = CountingWalk.count(
      roots: roots, options: reading.walkOptions, isCancelled: { false })
    let line = ProgressLine(
      fileCount: count.fileCount, byteCount: count.byteCount, findingCount: 0, gapCount: 0,
      elapsed: 0
    ).text(in: language)
    print(line)
  }

  private func chosenCatalog() throws -> PatternCatalog {
    let catalog = try catalogOptions.catalog()
    guard let kinds else { return catalog }
    let ids = kinds.split(separator: ",").map { String($0) }
    for id in ids where catalog.pattern(withID: id)?.isReported != true {
      throw CommandFailure(
        message: "no kind is called '\(id)'; 'vindplaats patterns list' names them",
        status: .usage)
    }
    return catalog.keeping(only: Set(ids))
  }

  private func existingRoots() throws -> [FilePath] {
    try paths.map { argument in
      let path = Environment.path(argument)
      var status = stat()
      guard stat(path.bytes.map(CChar.init(bitPattern:)) + [0], &status) == 0 else {
        throw CommandFailure(
          message: "cannot scan \(TerminalText.path(path)): \(String(cString: strerror(errno)))",
          status: .usage)
      }
      return path
    }
  }

  private static func randomID() -> String {
    var generator = SystemRandomNumberGenerator()
    let number = UInt64.random(in: 0...UInt64.max, using: &generator)
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension ReportLanguage {
  func choose(nl: String, en: String) -> String {
    switch self {
    case .nl: nl
    case .en: en
    }
  }
}
