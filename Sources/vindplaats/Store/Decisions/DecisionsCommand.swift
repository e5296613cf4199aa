internal import ArgumentParser
internal import FindingStore
internal import Glibc
internal import Reporting
internal import ScanModel

/// Lists, withdraws and exchanges decisions.
struct DecisionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions", abstract: "List, withdraw, export and import decisions.",
    subcommands: [
      DecisionsListCommand.self, DecisionsWithdrawCommand.self, DecisionsExportCommand.self,
      DecisionsImportCommand.self,
    ])
}

/// Prints every decision on a line.
struct DecisionsListCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the decisions: id, verdict, kind, about what, until when, author, reason.")

  @Flag(help: "Print them as NDJSON, as export does.") var json = false
  @OptionGroup(title: "The store of findings") var access: StoreAccessOptions

  func run() throws {
    let language = access.language
    let store = try access.open(for: .read)
    let now = Int64(time(nil))
    let text = try access.ask { () throws(StoreError) in
      try json
        ? String(store.exportedDecisions().dropLast())
        : store.decisions().map { DecisionLine($0, language).text(at: now) }
          .joined(separator: "\n")
    }
    if !text.isEmpty { try StandardOutput.print(text) }
  }
}

/// Ends a decision.
struct DecisionsWithdrawCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Withdraw a decision; it stays in the list as such.")

  @Argument(help: "The id of the decision, as 'decisions list' gives it.") var id: Int64
  @OptionGroup(title: "The store of findings") var access: StoreAccessOptions

  func run() throws {
    let language = access.language
    let store = try access.open(for: .change)
    let isDone = try access.ask { () throws(StoreError) in
      try store.withdraw(decision: id, at: Int64(time(nil)))
    }
    guard isDone else {
      throw CommandFailure(
        message: language.choose(
          nl: "er is geen besluit \(id) dat geldt; 'vindplaats decisions list' noemt ze",
          en: "there is no decision \(id) that counts; 'vindplaats decisions list' names them"),
        status: .usage)
    }
  }
}

/// Writes all decisions to a file.
struct DecisionsExportCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write all decisions to a file, for other stores under the same key.")

  @Argument(help: "The file, which is replaced; - for standard output.", completion: .file())
  var file: String
  @OptionGroup(title: "The store of findings") var access: StoreAccessOptions

  func run() throws {
    let language = access.language
    let store = try access.open(for: .read)
    let text = try access.ask { () throws(StoreError) in
      try store.exportedDecisions()
    }
    if file == "-" { return try StandardOutput.print(String(text.dropLast())) }
    do throws(ReportError) {
      let output = try OutputFile(replacing: TypedText.path(file))
      try output.write(text)
      try output.finish()
    } catch {
      throw CommandFailure(message: Message(error, language), status: .reportFailed)
    }
  }
}

/// Takes over decisions from a file.
struct DecisionsImportCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take over decisions from a file that export wrote; those that are here stay one.")

  @Argument(help: "The file.", completion: .file()) var file: String
  @OptionGroup(title: "The store of findings") var access: StoreAccessOptions

  private static let byteLimit = 256 << 20

  func run() throws {
    let language = access.language
    let path = TypedText.path(file)
    let bytes = try InputFile.contents(of: path, byteLimit: Self.byteLimit, in: language)
    let store = try access.open(for: .change)
    let count: Int
    do throws(DecisionImportError) {
      count = try store.importDecisions(bytes)
    } catch {
      throw Self.failure(error, path, language)
    }
    try StandardOutput.print(
      count == 1
        ? language.choose(nl: "1 besluit is nieuw", en: "1 decision is new")
        : language.choose(nl: "\(count) besluiten zijn nieuw", en: "\(count) decisions are new"))
  }

  private static func failure(
    _ error: DecisionImportError, _ path: FilePath, _ language: ReportLanguage
  ) -> CommandFailure {
    switch error {
    case .store(let error): error.failure(in: language)
    case .otherKey:
      CommandFailure(
        message: language.choose(
          nl: "de besluiten in \(path) zijn met een andere sleutel gemaakt dan die van deze "
            + "opslag en gelden hier niet",
          en: "the decisions in \(path) were made with another key than that of this store and "
            + "mean nothing here"),
        status: .keyRefused)
    case .malformed(let line):
      CommandFailure(
        message: language.choose(
          nl: "\(path) is geen uitvoer van 'decisions export' (regel \(line)); er is niets "
            + "overgenomen",
          en: "\(path) is not what 'decisions export' writes (line \(line)); nothing was taken over"
        ),
        status: .usage)
    }
  }
}
