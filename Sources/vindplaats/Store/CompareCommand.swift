internal import ArgumentParser
internal import FindingStore
internal import Reporting
internal import ScanModel

/// Lists the files that are not as they were, with the findings that came and went.
struct CompareCommand: StoreQuestion {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "List the files that are new, gone, moved or changed between two scans.",
    discussion: """
      A file counts as moved where its content was elsewhere and is not there any more. Findings are \
      compared by value: one that only shifted by some lines is neither new nor gone.
      """)

  @Argument(help: "Two runs, as 'runs' names them.") var runs: [String]

  @OptionGroup(title: "The store of findings") var reading: StoreReadingOptions

  @Option(help: "What standard output gets: list, csv or ndjson.")
  var format: AnswerFormat = .list

  @Flag(help: "The same as --format ndjson.") var json = false

  func validate() throws {
    if runs.count != 2 { throw ValidationError("name two runs, as 'vindplaats runs' lists them") }
  }

  func run() throws {
    let store = try reading.open()
    guard let comparison = try reading.pair(runs, in: store) else { return }
    let output = AnswerOutput()
    let format = json ? .ndjson : format
    begin(format, comparison, output)
    var count = 0
    try reading.ask { () throws(StoreError) in
      try comparison.eachChange { change in
        count += 1
        switch format {
        case .list: for line in lines(of: change) { output.print(line) }
        case .csv: output.write(Self.row(of: change))
        case .ndjson: output.printRecord("file-change") { Self.members(of: change, &$0) }
        }
      }
    }
    if format == .list, count == 0 {
      output.print(reading.language.choose(nl: "niets is anders", en: "nothing differs"))
    }
    if format == .ndjson { output.printRecord("stored-end") { $0.member("files", count) } }
    try output.finish(reading.language)
  }

  private func begin(_ format: AnswerFormat, _ comparison: RunComparison, _ output: AnswerOutput) {
    switch format {
    case .list: for line in reading.title(of: comparison) { output.print(line) }
    case .csv:
      var csv = CSVText(.standard)
      for column in ["change", "path", "old_path", "kind", "new", "gone"] { csv.cell(column) }
      csv.endRow()
      output.write(csv.bytes)
    case .ndjson:
      output.printRecord("stored-comparison") { json in
        json.member("schema", 1)
        json.member("old_run", run: comparison.old.sighting)
        json.member("new_run", run: comparison.new.sighting)
      }
    }
  }

  private func lines(of change: FileChange) -> [String] {
    let language = reading.language
    var lines = ["\(change.sort.name(in: language))  \(TerminalText.path(change.path))"]
    if let old = change.oldPath {
      lines.append(
        "    " + language.choose(nl: "was", en: "was") + " " + TerminalText.path(old))
    }
    if !change.newCounts.isEmpty {
      lines.append("    + \(change.newCounts.shownCounts)")
    }
    if !change.goneCounts.isEmpty {
      lines.append("    - \(change.goneCounts.shownCounts)")
    }
    return lines
  }

  /// A row for each kind, and one without a kind for a file without findings.
  private static func row(of change: FileChange) -> [UInt8] {
    var csv = CSVText(.standard)
    let kinds = Set(change.newCounts.keys).union(change.goneCounts.keys).sorted()
    for kind in kinds.isEmpty ? [nil] : kinds.map(Optional.some) {
      csv.cell(change.sort.rawValue)
      csv.cell(TerminalText.path(change.path))
      csv.cell(change.oldPath.map { TerminalText.path($0) })
      csv.cell(kind)
      csv.cell(kind.map { change.newCounts[$0] ?? 0 })
      csv.cell(kind.map { change.goneCounts[$0] ?? 0 })
      csv.endRow()
    }
    return csv.bytes
  }

  private static func members(of change: FileChange, _ json: inout JSONText) {
    json.member("change", change.sort.rawValue)
    json.path(change.path)
    json.key("old")
    if let old = change.oldPath {
      json.object { $0.path(old) }
    } else {
      json.null()
    }
    json.member("new", counts: change.newCounts)
    json.member("gone", counts: change.goneCounts)
  }
}

/// What standard output gets of an answer.
enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
  case list, csv, ndjson
}

extension FileChange.Sort {
  fileprivate func name(in language: ReportLanguage) -> String {
    switch self {
    case .new: language.choose(nl: "nieuw     ", en: "new        ")
    case .gone: language.choose(nl: "weg       ", en: "gone       ")
    case .moved: language.choose(nl: "verplaatst", en: "moved      ")
    case .changed: language.choose(nl: "veranderd ", en: "changed    ")
    case .reexamined: language.choose(nl: "herzien   ", en: "re-examined")
    }
  }
}
