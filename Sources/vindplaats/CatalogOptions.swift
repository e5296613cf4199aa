internal import ArgumentParser
internal import Glibc
internal import Matching
internal import PatternCatalog
internal import Reporting
internal import ScanModel
internal import Scanning

/// Which patterns a command works with.
struct CatalogOptions: ParsableArguments {
  @Option(
    name: .customLong("patterns"),
    help: ArgumentHelp(
      "Also read the pattern files (*.yaml) of this directory. May be repeated.",
      valueName: "dir"),
    completion: .directory)
  var directories: [String] = []

  @Option(help: .hidden) var matcher = MatcherChoice.fast

  /// The names and texts of the pattern files of the user.
  func files() throws -> [(name: String, text: String)] {
    try directories.flatMap { try Self.files(in: TypedText.path($0)) }
  }

  /// The built-in patterns and those of the user.
  func catalog() throws -> PatternCatalog {
    try Self.catalog(with: try files())
  }

  /// The built-in patterns and those of `files`.
  static func catalog(with files: [(name: String, text: String)]) throws -> PatternCatalog {
    do throws(ConfigurationError) {
      return try BuiltInCatalog.catalog.adding(files: files)
    } catch {
      throw CommandFailure(message: Message(error), status: .usage)
    }
  }

  /// The expressions of a catalog, ready to run; those of a user are compiled at once, so that what
  /// does not compile is told.
  func compiled(
    _ catalog: PatternCatalog, terms: [SearchTerm] = []
  ) throws -> CompiledPatterns {
    try checkMatcher()
    let (search, path) = (matcher.search, matcher.path)
    if directories.isEmpty {
      return CompiledPatterns(known: catalog, search: search, path: path, terms: terms)
    }
    do throws(ConfigurationError) {
      return try CompiledPatterns(catalog, search: search, path: path, terms: terms)
    } catch {
      throw CommandFailure(message: Message(error), status: .usage)
    }
  }

  /// What texts are searched with; what cannot be made of the files of a user is told at once.
  func searchTables(
    _ catalog: PatternCatalog, terms: [SearchTerm] = []
  ) throws -> SearchTables {
    guard directories.isEmpty else { return SearchTables(try compiled(catalog, terms: terms)) }
    try checkMatcher()
    let (search, path) = (matcher.search, matcher.path)
    return SearchTables(catalog) {
      CompiledPatterns(known: $0, search: search, path: path, terms: terms)
    }
  }

  private func checkMatcher() throws {
    guard matcher.path.isAvailable else {
      throw CommandFailure(
        message: "this machine cannot run the matcher '\(matcher.rawValue)'", status: .usage)
    }
  }

  private static func files(in directory: FilePath) throws -> [(name: String, text: String)] {
    guard let stream = opendir(directory.cString) else {
      let reason = String(cString: strerror(errno))
      throw CommandFailure(
        message: "cannot list the pattern directory \(directory): \(reason)",
        status: .usage)
    }
    defer { closedir(stream) }
    var paths: [FilePath] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name.suffix(5) == Array(".yaml".utf8) || name.suffix(4) == Array(".yml".utf8) {
        paths.append(directory.appending(name))
      }
    }
    if paths.isEmpty {
      throw CommandFailure(
        message: "no *.yaml file in the pattern directory \(directory)",
        status: .usage)
    }
    return try paths.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
      .map { (name: TerminalText.path($0), text: try text(of: $0)) }
  }

  private static func text(of path: FilePath) throws -> String {
    let bytes = try InputFile.contents(
      of: path, byteLimit: 1 << 20, called: Phrase("het patroonbestand", "the pattern file"))
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(message: "\(path) is no pattern file: not UTF-8", status: .usage)
    }
    return text
  }
}
