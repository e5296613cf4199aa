internal import Reporting
internal import ScanModel

/// The files with data of one card, counted by what they have in common.
struct LocateTotals {
  /// How many files of each verdict.
  var verdicts: [PersonVerdict: Int] = [:]
  var folders: [String: [PersonVerdict: Int]] = [:]
  var owners: [String: [PersonVerdict: Int]] = [:]
  /// By kind of attribute; a file counts for each that is mentioned in it.
  var attributes: [SubjectAttribute: [PersonVerdict: Int]] = [:]
  /// By kind of document: the id of the content type.
  var documentKinds: [String: [PersonVerdict: Int]] = [:]

  init(_ entries: [LocateReport.Entry], language: ReportLanguage) {
    let unknown = Phrase("onbekend", "unknown")[language]
    for entry in entries {
      let verdict = entry.file.verdict
      verdicts[verdict, default: 0] += 1
      folders[TerminalText.path(entry.path.folder), default: [:]][verdict, default: 0] += 1
      owners[entry.owner.map(TerminalText.text) ?? unknown, default: [:]][verdict, default: 0] += 1
      let kind = entry.file.record.contentType
      documentKinds[kind.isEmpty ? unknown : kind, default: [:]][verdict, default: 0] += 1
      for attribute in entry.file.mentionCounts.keys {
        attributes[attribute, default: [:]][verdict, default: 0] += 1
      }
    }
  }

  /// The largest first, equals by name.
  static func ranked(_ counts: [String: [PersonVerdict: Int]]) -> [(
    name: String, counts: [PersonVerdict: Int]
  )] {
    counts.map { (name: $0.key, counts: $0.value) }.sorted {
      ($1.counts[.thisPerson] ?? 0, $1.counts.total, $0.name)
        < ($0.counts[.thisPerson] ?? 0, $0.counts.total, $1.name)
    }
  }
}

extension [PersonVerdict: Int] {
  var total: Int { values.reduce(0, +) }
}
