internal import ArgumentParser
internal import FindingStore
internal import Glibc
internal import Reporting
internal import ScanModel

/// Removes from the store what earlier scans found.
struct PurgeCommand: StoreCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge", abstract: "Remove from the store what earlier scans found, for good.",
    discussion: """
      Nothing is asked; --dry-run tells what would go. What a later scan knows too stays. The files of \
      the store are written anew, so that nothing is left of it in them. Decisions go with the last \
      file that they are about; those about a value or a kind stay, but for --everything and for \
      folders below --root.
      """)

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp("This run, and what only it knows.", valueName: "name"))
  var runName: String?

  @Option(
    help: ArgumentHelp(
      "All that is known of what lies in this file or below this folder.", valueName: "path"),
    completion: .file())
  var root: String?

  @Option(
    name: .customLong("older-than"),
    help: ArgumentHelp(
      "All runs that ended so long ago, and what only they know: 90d, 12w.", valueName: "time"))
  var olderThan: Age?

  @Flag(help: "Everything, decisions too; the key stays.")
  var everything = false

  @Flag(name: .customLong("dry-run"), help: "Remove nothing, tell what would be removed.")
  var isTrial = false

  @OptionGroup(title: "The store of findings") var access: StoreAccessOptions

  func validate() throws {
    let count = [runName != nil, root != nil, olderThan != nil, everything].filter { $0 }.count
    guard count == 1 else {
      throw ValidationError("say what: one of --run, --root, --older-than and --everything")
    }
    if runName == "" || root == "" { throw ValidationError("--run and --root take a text") }
  }

  func run() throws {
    let language = access.language
    // What SQLite writes while it cleans up lies where the store lies, and nobody else can enter.
    setenv("SQLITE_TMPDIR", access.place.path.folder.cString, 1)
    let store = try access.open(for: .change)
    let counts = try access.ask { () throws(StoreError) in
      try store.purge(selection, isTrial: isTrial)
    }
    guard let counts else {
      throw CommandFailure(
        message: language.choose(
          nl: "geen run heet '\(runName ?? "")'; 'vindplaats runs' noemt ze",
          en: "no run is called '\(runName ?? "")'; 'vindplaats runs' names them"),
        status: .usage)
    }
    try StandardOutput.print(text(counts, language))
  }

  private var selection: PurgeSelection {
    if let runName { return .run(runName) }
    if let olderThan { return .endedBefore(olderThan.before(Int64(time(nil)))) }
    guard let root else { return .everything }
    let path = TypedText.path(root)
    return .root(path.real ?? path.absolute)
  }

  private func text(_ counts: PurgeCounts, _ language: ReportLanguage) -> String {
    let head =
      isTrial
      ? language.choose(nl: "zou verwijderen", en: "would remove")
      : language.choose(nl: "verwijderd", en: "removed")
    let parts = [
      (counts.runs, language.choose(nl: "runs", en: "runs")),
      (counts.items, language.choose(nl: "bestanden", en: "files")),
      (counts.contents, language.choose(nl: "inhouden", en: "contents")),
      (counts.decisions, language.choose(nl: "besluiten", en: "decisions")),
    ]
    return "\(head): " + parts.map { "\($0) \($1)" }.joined(separator: ", ")
  }
}
