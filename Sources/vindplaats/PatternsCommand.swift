internal import ArgumentParser
internal import Matching
internal import PatternCatalog
internal import ScanModel
internal import Scanning

/// Lists, explains and tests the kinds of data that a scan looks for.
struct PatternsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patterns", abstract: "List, explain and test what a scan looks for.",
    subcommands: [PatternsListCommand.self, PatternsShowCommand.self, PatternsTestCommand.self])
}

/// Prints every kind on a line.
struct PatternsListCommand: TellingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the kinds: id, class, Dutch and English name.")

  @OptionGroup var catalogOptions: CatalogOptions

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let lines = try catalogOptions.catalog().reportedKinds.map { kind in
      [kind.id, kind.legalClass.rawValue, kind.dutchName, kind.englishName]
        .joined(separator: "\t")
    }
    try StandardOutput.print(lines.joined(separator: "\n"))
  }
}

/// Prints everything that is known of one kind.
struct PatternsShowCommand: TellingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Explain one kind: forms, check, labels, confidence, source.")

  @OptionGroup var catalogOptions: CatalogOptions

  @OptionGroup var messages: MessageOptions

  @Argument(help: "The id of the kind, as 'patterns list' gives it.")
  var id: String

  func run() throws {
    let catalog = try catalogOptions.catalog()
    guard let number = catalog.patterns.firstIndex(where: { $0.id == id }) else {
      throw CommandFailure(
        message: "no kind is called '\(id)'; 'vindplaats patterns list' names them",
        status: .usage)
    }
    let compiled = try catalogOptions.compiled(catalog)
    try StandardOutput.print(PatternCard(number, of: compiled).text)
  }
}

/// Runs the examples of all pattern files.
struct PatternsTestCommand: TellingCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run every example and counterexample of the pattern files.")

  @OptionGroup var catalogOptions: CatalogOptions

  @OptionGroup var messages: MessageOptions

  func run() throws {
    let compiled = try catalogOptions.compiled(try catalogOptions.catalog())
    var test = PatternSelfTest(compiled)
    var exampleCount = 0
    var lines: [String] = []
    for pattern in compiled.catalog.patterns {
      exampleCount += pattern.examples.count + pattern.counterexamples.count
      lines += test.failures(of: pattern).map(\.line)
    }
    let sum =
      "\(compiled.catalog.patterns.count) patterns, \(exampleCount) examples, "
      + "\(lines.count) failed"
    try StandardOutput.print((lines + [sum]).joined(separator: "\n"))
    if !lines.isEmpty { throw ExitStatus.found }
  }
}

extension PatternSelfTest.Failure {
  fileprivate var line: String {
    switch problem {
    case .example(let missed, let surplus):
      "\(file): example \(number): \(missed) marked but not found, \(surplus) found but not marked"
    case .counterexample(let found):
      "\(file): counterexample \(number): \(found) found"
    }
  }
}
