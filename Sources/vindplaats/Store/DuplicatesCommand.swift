internal import ArgumentParser
internal import FindingStore
internal import Reporting
internal import ScanModel

/// Lists groups of files of equal content that hold personal data.
struct DuplicatesCommand: StoreQuestion {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract:
      "List files of equal content that hold personal data, most findings times copies first.")

  @OptionGroup(title: "The store of findings") var reading: StoreReadingOptions

  @Option(help: "What standard output gets: list, csv or ndjson.")
  var format: AnswerFormat = .list

  @Flag(help: "The same as --format ndjson.") var json = false

  func run() throws {
    let store = try reading.open()
    let output = AnswerOutput()
    let format = json ? .ndjson : format
    if format == .csv {
      var csv = CSVText(.standard)
      for column in ["group", "path", "bytes", "copies", "findings", "kinds"] { csv.cell(column) }
      csv.endRow()
      output.write(csv.bytes)
    }
    var count = 0
    var copyCount = 0
    try reading.ask { () throws(StoreError) in
      try store.eachDuplicateGroup { group in
        count += 1
        copyCount += group.paths.count
        switch format {
        case .list: for line in lines(of: group) { output.print(line) }
        case .csv: output.write(Self.rows(of: group, number: count))
        case .ndjson: output.printRecord("duplicates") { Self.members(of: group, &$0) }
        }
      }
    }
    switch format {
    case .list:
      output.print(sentence(groupCount: count, copyCount: copyCount))
    case .csv: break
    case .ndjson: output.printRecord("stored-end") { $0.member("groups", count) }
    }
    try output.finish(reading.language)
  }

  private func sentence(groupCount: Int, copyCount: Int) -> String {
    let number = NumberText(reading.language)
    let groups = number.grouped(groupCount)
    let files = number.grouped(copyCount)
    return groupCount == 1
      ? reading.language.choose(nl: "1 groep, \(files) bestanden", en: "1 group, \(files) files")
      : reading.language.choose(
        nl: "\(groups) groepen, \(files) bestanden", en: "\(groups) groups, \(files) files")
  }

  private func lines(of group: DuplicateGroup) -> [String] {
    let language = reading.language
    let size = NumberText(language).byteCount(group.byteCount)
    let links = group.paths.count - group.distinctFileCount
    let sameFile =
      links > 0
      ? language.choose(
        nl: ", \(links) daarvan een andere naam van hetzelfde bestand",
        en: ", \(links) of them another name of the same file") : ""
    let count = group.paths.count
    let head = language.choose(
      nl: "\(count) bestanden van \(size)\(sameFile): \(group.counts.shownCounts)",
      en: "\(count) files of \(size)\(sameFile): \(group.counts.shownCounts)")
    return [head] + group.paths.map { "    \(TerminalText.path($0))" } + [""]
  }

  private static func rows(of group: DuplicateGroup, number: Int) -> [UInt8] {
    var csv = CSVText(.standard)
    for path in group.paths {
      csv.cell(number)
      csv.cell(TerminalText.path(path))
      csv.cell(group.byteCount)
      csv.cell(group.paths.count)
      csv.cell(group.findingCount)
      csv.cell(group.counts.shownCounts)
      csv.endRow()
    }
    return csv.bytes
  }

  private static func members(of group: DuplicateGroup, _ json: inout JSONText) {
    json.member("bytes", group.byteCount)
    json.member("copies", group.paths.count)
    json.member("distinct_files", group.distinctFileCount)
    json.member("findings", group.findingCount)
    json.member("kinds", counts: group.counts)
    json.array("files", paths: group.paths)
  }
}
