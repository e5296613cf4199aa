internal import ArgumentParser
internal import FindingStore
internal import Reporting
internal import ScanModel

/// Tells what there is of each kind, and what has changed between two runs.
struct SummaryCommand: StoreQuestion {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Count findings by kind, and what is new, gone and unchanged between two scans.")

  @Argument(
    help:
      "Two runs, as 'runs' names them; without them, the last two complete ones of the same roots.")
  var runs: [String] = []

  @OptionGroup(title: "The store of findings") var reading: StoreReadingOptions

  @Flag(help: "NDJSON: a record for each kind, one for the files, one for the runs.")
  var json = false

  func validate() throws {
    if !runs.isEmpty, runs.count != 2 { throw ValidationError("name two runs, or none") }
  }

  func run() throws {
    let store = try reading.open()
    let output = AnswerOutput()
    if let comparison = try reading.pair(runs, in: store) {
      let trend = try reading.ask { () throws(StoreError) in try RunTrend(comparison) }
      json ? print(trend, comparison, output) : try show(trend, comparison, output)
    } else {
      let all = try reading.ask { () throws(StoreError) in try store.runs() }
      guard let last = all.last else {
        throw CommandFailure(
          message: reading.language.choose(
            nl: "de opslag kent nog geen run; scan eerst", en: "the store knows no run; scan first"),
          status: .usage)
      }
      let totals = try reading.ask { () throws(StoreError) in try store.totals(of: last) }
      try show(last, totals, output)
    }
    try output.finish(reading.language)
  }

  // MARK: One run

  private func show(_ run: StoredRun, _ totals: [KindTotals], _ output: AnswerOutput) throws {
    if json {
      output.printRecord("stored-summary") { json in
        json.member("schema", 1)
        json.member("new_run", run: run.sighting)
      }
      for total in totals {
        output.printRecord("stored-kind") { json in
          json.member("kind", total.kind)
          json.member("findings", total.count)
          json.member("files", total.fileCount)
        }
      }
      return
    }
    let language = reading.language
    let number = NumberText(language)
    let date = reading.date(run.started)
    output.print(language.choose(nl: "run \(run.name) (\(date))", en: "run \(run.name) (\(date))"))
    var table = TextTable(
      language == .nl ? ["gevonden", "bestanden", "soort"] : ["findings", "files", "kind"],
      numberColumns: [0, 1])
    let names = try KindNames(reading)
    for total in totals {
      table.append([
        number.grouped(total.count), number.grouped(total.fileCount), names[total.kind],
      ])
    }
    for line in table.lines { output.print(line) }
    output.print(
      language.choose(
        nl: "er is nog geen eerdere voltooide run van dezelfde paden om mee te vergelijken",
        en: "there is no earlier complete run of the same roots to compare with"))
  }

  // MARK: Two runs

  private func show(
    _ trend: RunTrend, _ comparison: RunComparison, _ output: AnswerOutput
  ) throws {
    let language = reading.language
    let number = NumberText(language)
    for line in reading.title(of: comparison) { output.print(line) }
    output.print("")
    var table = TextTable(
      language == .nl
        ? ["eerst", "nu", "nieuw", "weg", "gelijk", "soort"]
        : ["before", "now", "new", "gone", "unchanged", "kind"],
      numberColumns: [0, 1, 2, 3, 4])
    let names = try KindNames(reading)
    for kind in trend.kinds {
      table.append(
        [
          kind.oldCount, kind.newCount, kind.comeCount, kind.goneCount, kind.unchangedCount,
        ].map { number.grouped($0) } + [names[kind.kind]])
    }
    for line in table.lines { output.print(line) }
    output.print("")
    let counts = trend.files
    let texts = [counts.new, counts.gone, counts.moved, counts.changed, counts.unchanged]
      .map { number.grouped($0) }
    output.print(
      language.choose(
        nl: "bestanden: \(texts[0]) nieuw, \(texts[1]) weg, \(texts[2]) verplaatst, "
          + "\(texts[3]) veranderd, \(texts[4]) gelijk",
        en: "files: \(texts[0]) new, \(texts[1]) gone, \(texts[2]) moved, \(texts[3]) changed, "
          + "\(texts[4]) unchanged"))
  }

  private func print(_ trend: RunTrend, _ comparison: RunComparison, _ output: AnswerOutput) {
    output.printRecord("stored-summary") { json in
      json.member("schema", 1)
      json.member("old_run", run: comparison.old.sighting)
      json.member("new_run", run: comparison.new.sighting)
    }
    for kind in trend.kinds {
      output.printRecord("stored-kind") { json in
        json.member("kind", kind.kind)
        json.member("before", kind.oldCount)
        json.member("now", kind.newCount)
        json.member("new", kind.comeCount)
        json.member("gone", kind.goneCount)
        json.member("unchanged", kind.unchangedCount)
      }
    }
    output.printRecord("stored-files") { json in
      json.member("new", trend.files.new)
      json.member("gone", trend.files.gone)
      json.member("moved", trend.files.moved)
      json.member("changed", trend.files.changed)
      json.member("unchanged", trend.files.unchanged)
    }
  }
}
