internal import ArgumentParser
internal import FindingStore
internal import Reporting
internal import ScanModel

/// Lists the runs that the store knows.
struct RunsCommand: StoreQuestion {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "List the scans that the store knows, and what each came to.")

  @OptionGroup(title: "The store of findings") var reading: StoreReadingOptions

  @Flag(help: "NDJSON: a record for each run.") var json = false

  func run() throws {
    let store = try reading.open()
    let runs = try reading.ask { () throws(StoreError) in try store.runs() }
    let output = AnswerOutput()
    var table = TextTable(Self.head(reading.language), numberColumns: [4, 5, 6, 7, 8, 9, 10])
    for run in runs {
      let count = try reading.ask { () throws(StoreError) in try store.findingCount(of: run) }
      if json {
        output.printRecord("stored-run") { Self.members(of: run, count, &$0) }
      } else {
        table.append(row(run, count))
      }
    }
    if !json { for line in table.lines { output.print(line) } }
    try output.finish(reading.language)
  }

  private static func head(_ language: ReportLanguage) -> [String] {
    switch language {
    case .nl:
      [
        "run", "begonnen", "klaar", "toestand", "bestanden", "onderzocht", "deels", "niet",
        "bekend", "weg", "gevonden", "paden",
      ]
    case .en:
      [
        "run", "started", "ended", "status", "listed", "scanned", "partial", "not", "recalled",
        "gone", "findings", "roots",
      ]
    }
  }

  private func row(_ run: StoredRun, _ findingCount: Int) -> [String] {
    let number = NumberText(reading.language)
    let counts = [
      run.listedCount, run.scannedCount, run.partialCount, run.notExaminedCount,
      run.recalledCount, run.goneCount, findingCount,
    ]
    return [
      run.name, Timestamp(localTimeOf: run.started).short,
      run.ended.map { Timestamp(localTimeOf: $0).short } ?? "–",
      run.status.name(in: reading.language),
    ] + counts.map { number.grouped($0) }
      + [run.roots.map { TerminalText.path($0) }.joined(separator: ", ")]
  }

  private static func members(
    of run: StoredRun, _ findingCount: Int, _ json: inout JSONText
  ) {
    json.member("schema", 1)
    json.member("run", run.name)
    json.member("started", Timestamp(run.started).iso8601)
    json.member("ended", run.ended.map { Timestamp($0).iso8601 })
    json.member("status", run.status.rawValue)
    json.array("roots", paths: run.roots)
    json.array("options") { json in
      for option in run.options { json.value(option) }
    }
    json.member("version", run.toolVersion)
    json.member("listed", run.listedCount)
    json.member("scanned", run.scannedCount)
    json.member("partial", run.partialCount)
    json.member("not_examined", run.notExaminedCount)
    json.member("left_out", run.leftOutCount)
    json.member("recalled", run.recalledCount)
    json.member("gone", run.goneCount)
    json.member("findings", findingCount)
  }
}

extension StoredRun.Status {
  fileprivate func name(in language: ReportLanguage) -> String {
    switch self {
    case .running: language.choose(nl: "loopt of afgebroken", en: "running or killed")
    case .complete: language.choose(nl: "voltooid", en: "complete")
    case .interrupted: language.choose(nl: "onderbroken", en: "interrupted")
    }
  }
}
