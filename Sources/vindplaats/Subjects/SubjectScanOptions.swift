internal import ArgumentParser
internal import BuiltInPatterns
internal import Cryptography
internal import Isolation
internal import Matching
internal import PatternCatalog
internal import Reporting
internal import ScanModel
internal import Scanning
internal import Subjects
internal import Walking

/// Whom a command looks for, and how the files are read: always anew, and for all kinds.
struct SubjectScanOptions: ParsableArguments {
  @Option(
    name: .customLong("subject"),
    help: ArgumentHelp(
      "A card of whom to look for: a file of YAML or JSON, or - for standard input. May be repeated.",
      valueName: "card"),
    completion: .file())
  var subjects: [String] = []

  @OptionGroup(title: "What is looked for") var catalogOptions: CatalogOptions

  @OptionGroup(title: "What is read") var reading: ReadingOptions

  @OptionGroup(title: "Documents") var documents: DocumentOptions

  func validate() throws {
    if subjects.isEmpty || subjects.contains("") {
      throw ValidationError("name a card with --subject; 'vindplaats subject new' makes one")
    }
  }

  /// A fresh scan below `roots`; `ownFiles` are not listed.
  func scan(
    _ search: SubjectSearch, below roots: [FilePath], ownFiles: [OwnFiles], digests: DigestScope
  ) throws -> SubjectScan {
    let files = try catalogOptions.files()
    let catalog = try CatalogOptions.catalog(with: files)
    let terms = search.terms
    let tables = try catalogOptions.searchTables(catalog, terms: terms)
    var configuration = try workerConfiguration(files)
    configuration.terms = terms
    configuration.digests = digests
    var options = reading.walkOptions
    options.ownFiles = ownFiles
    let scan = Scan(
      roots: roots, options: options, byteLimit: reading.maximumSize?.byteCount,
      binaryReading: reading.readsTextInBinary ? .runsOfText : .none, tables: tables,
      throttle: reading.pace.throttle.map { Throttle(bytesPerSecond: $0.byteCount) },
      isolation: IsolationSetup(configuration), digests: digests)
    return SubjectScan(scan, search)
  }

  /// The options that decide what is listed and found, as reports print them.
  var facts: [String] {
    catalogOptions.directories.map { "--patterns \(TypedText.visible($0))" } + reading.facts
      + documents.facts
  }

  /// Equal where the patterns are the same.
  func patternVersion() throws -> String {
    var bytes = builtInPatternsDigest
    for file in try catalogOptions.files() { bytes += [0] + Array(file.text.utf8) }
    return Self.short(SHA256.digest(bytes))
  }

  /// Equal where everything but the cards and the passwords is the same that decides what is found.
  func recipe() throws -> String {
    var configuration = try workerConfiguration(try catalogOptions.files())
    configuration.passwords = []
    return Self.short(SHA256.digest(ScanRecipe(configuration, facts: facts).bytes))
  }

  private static func short(_ digest: [UInt8]) -> String {
    Hexadecimal.text(of: Array(digest.prefix(8)))
  }

  private func workerConfiguration(
    _ files: [(name: String, text: String)]
  ) throws -> WorkerConfiguration {
    var configuration = WorkerConfiguration()
    configuration.patternFiles = files.map {
      WorkerConfiguration.PatternFile(name: $0.name, text: $0.text)
    }
    configuration.matcher = catalogOptions.matcher.rawValue
    configuration.passwords = try documents.passwordList()
    configuration.limits = documents.limits
    return configuration
  }
}
