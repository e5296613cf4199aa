internal import Reporting
internal import ScanModel

/// A row for each file and each document in it with data of a card; behind these a row for each file and
/// member that was not searched, and for each entry that was left out.
struct LocateCSV {
  static let columns = [
    "subject", "path", "document", "verdict", "score", "reasons", "mentions", "places", "masks",
    "records", "other_people", "owner", "folder", "content_type", "bytes", "modified",
    "copy_group", "same_file_as", "source", "status", "reason",
  ]
  /// How many places of a document stand in its row.
  private static let placeLimit = 20

  private let report: LocateReport
  private let style: ReportStyle

  init(_ report: LocateReport) {
    self.report = report
    style = report.style
  }

  func write(_ take: ([UInt8]) throws(ReportError) -> Void) throws(ReportError) {
    if style.csvDialect == .dutchExcel { try take([0xEF, 0xBB, 0xBF]) }
    var csv = CSVText(style.csvDialect)
    for column in Self.columns { csv.cell(column) }
    csv.endRow()
    try take(csv.bytes)
    for entry in report.entries {
      for document in entry.file.documents {
        csv.removeAll()
        row(document, of: entry, &csv)
        try take(csv.bytes)
      }
    }
    for gap in report.unsearched.gaps {
      csv.removeAll()
      rows(of: gap, &csv)
      try take(csv.bytes)
    }
    for entry in report.unsearched.leftOut {
      csv.removeAll()
      unsearchedRow(entry.path, document: nil, "left-out", entry.reason.rawValue, &csv)
      try take(csv.bytes)
    }
  }

  private func row(
    _ document: LocatedDocument, of entry: LocateReport.Entry, _ csv: inout CSVText
  ) {
    let file = entry.file
    let lines = document.records.map { LocatedFile.Line(document: document, entry: $0) }
    csv.cell(report.account.subjects[file.card].reference)
    csv.cell(TerminalText.path(entry.path))
    csv.cell(document.part.isEmpty ? nil : document.part.shown(in: style.language))
    csv.cell(document.verdict.rawValue)
    csv.cell(document.score as Double?)
    csv.cell(document.reasons.text(in: style.language))
    csv.cell(document.mentionCounts.text(in: style.language))
    let places = lines.prefix(Self.placeLimit).map { $0.place(in: style.language) }
    csv.cell(places.joined(separator: "; ") + (lines.count > places.count ? "; \u{2026}" : ""))
    csv.cell(
      lines.min { $0.record.isSurer(than: $1.record) }.map { $0.values(style) })
    csv.cell(document.recordCounts.total as Int?)
    csv.cell(file.otherPeople.count as Int?)
    csv.cell(entry.owner.map(TerminalText.text))
    csv.cell(TerminalText.path(entry.path.folder))
    csv.cell(file.record.contentType)
    csv.cell(file.record.byteCount as Int?)
    csv.cell(file.record.facts.map { Timestamp($0.modified / 1_000_000_000).iso8601 })
    csv.cell(entry.copyGroup(of: document))
    csv.cell(file.record.sameFileAs.map(TerminalText.path))
    csv.cell(entry.source.fullCode)
    csv.cell(file.record.outcome.status)
    csv.cell(file.record.outcome.reasonCode)
    csv.endRow()
  }

  private func rows(of gap: UnsearchedFiles.Gap, _ csv: inout CSVText) {
    unsearchedRow(
      gap.path, document: nil, gap.outcome.status, gap.outcome.reasonCode,
      type: gap.contentType, byteCount: gap.byteCount, &csv)
    for member in gap.members.incomplete {
      unsearchedRow(
        gap.path, document: member.parts.shown(in: style.language), "partial",
        member.reason.rawValue, type: member.contentType, &csv)
    }
  }

  private func unsearchedRow(
    _ path: FilePath, document: String?, _ status: String, _ reason: String?,
    type: String? = nil, byteCount: Int? = nil, _ csv: inout CSVText
  ) {
    csv.cell(nil as String?)
    csv.cell(TerminalText.path(path))
    csv.cell(document)
    for _ in 3..<12 { csv.cell(nil as String?) }
    csv.cell(TerminalText.path(path.folder))
    csv.cell(type)
    csv.cell(byteCount)
    for _ in 15..<19 { csv.cell(nil as String?) }
    csv.cell(status)
    csv.cell(reason)
    csv.endRow()
  }
}

extension LocatedDocument {
  /// How often each attribute is mentioned in the records that are kept and not of somebody else.
  var mentionCounts: [SubjectAttribute: Int] {
    records.reduce(into: [:]) { counts, entry in
      guard entry.record.verdict != .otherPerson else { return }
      for mention in entry.record.mentions { counts[mention.attribute, default: 0] += 1 }
    }
  }
}

extension LocateReport.Source {
  /// `store-changed` for a file of the store that is not as it was.
  fileprivate var fullCode: String {
    switch self {
    case .scan: "scan"
    case .store(let state): "store-\(state.rawValue)"
    }
  }
}
