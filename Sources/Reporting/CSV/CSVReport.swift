package import ScanModel

/// A row for each file and kind, and one without a kind for each file, and each member of one, that was
/// not examined in full.
///
/// The header always comes, also without findings. `place`, `mask` and `reasons` are those of the
/// finding of highest confidence. `distinct` counts up to `KindTally.distinctLimit`. Entries left
/// out by choice are not files of the scan and not in here. Memory: one row.
package struct CSVReport: ReportWriter {
  /// The names of the columns, in order.
  package static let columns = [
    "path", "member", "status", "reason", "kind", "kind_name", "class", "count", "distinct",
    "confidence", "level", "place", "mask", "reasons", "content_type", "bytes", "same_file_as",
  ]

  /// The columns behind these where a store knows more of the files; `id` is that of the finding of
  /// highest confidence.
  package static let historyColumns = ["id", "owner", "first_seen", "last_seen", "gone"]

  private let output: OutputFile
  private let style: ReportStyle
  private var kinds = KindTable()
  private var csv: CSVText

  package init(to output: OutputFile, style: ReportStyle) {
    self.output = output
    self.style = style
    csv = CSVText(style.csvDialect)
  }
  package var showsExamples: Bool { true }

  package mutating func begin(_ header: RunHeader) throws(ReportError) {
    kinds = KindTable(header.kinds)
    if style.csvDialect == .dutchExcel { try output.write([0xEF, 0xBB, 0xBF]) }
    csv.removeAll()
    for column in Self.columns { csv.cell(column) }
    if style.showsHistory { for column in Self.historyColumns { csv.cell(column) } }
    csv.endRow()
    try output.write(csv.bytes)
  }

  package mutating func take(_ record: FileRecord) throws(ReportError) {
    csv.removeAll()
    for tally in record.tallies { row(record, tally) }
    if record.outcome != .scanned { row(record, nil) }
    for member in record.members.incomplete { row(record, member) }
    try output.write(csv.bytes)
  }

  package mutating func leaveOut(
    _ path: FilePath, _ reason: LeftOutReason
  ) throws(ReportError) {}

  package mutating func finish(_ summary: RunSummary) throws(ReportError) {
    try output.finish()
  }

  private mutating func row(_ record: FileRecord, _ tally: KindTally?) {
    csv.cell(TerminalText.path(record.provenance.path))
    csv.cell(nil as String?)
    csv.cell(record.outcome.status)
    csv.cell(record.outcome.reasonCode)
    kindCells(tally)
    csv.cell(record.contentType)
    csv.cell(record.byteCount)
    csv.cell(record.sameFileAs.map(TerminalText.path))
    historyCells(record, tally?.kind)
    csv.endRow()
  }

  /// A member of the file that was not read, or not wholly.
  private mutating func row(_ record: FileRecord, _ member: IncompleteMember) {
    csv.cell(TerminalText.path(record.provenance.path))
    csv.cell(member.parts.text(in: style.language))
    csv.cell(member.status)
    csv.cell(member.reason.rawValue)
    kindCells(nil)
    csv.cell(member.contentType)
    csv.cell(nil as Int?)
    csv.cell(nil as String?)
    historyCells(record, nil)
    csv.endRow()
  }

  private mutating func historyCells(_ record: FileRecord, _ kind: String?) {
    guard style.showsHistory else { return }
    let history = record.history
    csv.cell(kind.flatMap { history?.findingIDs[$0] })
    csv.cell(history?.owner.map(TerminalText.text))
    csv.cell(history.map { Timestamp($0.first.time).iso8601 })
    csv.cell(history.map { Timestamp($0.last.time).iso8601 })
    csv.cell(history?.gone.map { Timestamp($0.time).iso8601 })
  }

  private mutating func kindCells(_ tally: KindTally?) {
    let best = tally?.examples.max { $0.confidence < $1.confidence }
    csv.cell(tally?.kind)
    csv.cell(tally.map { kinds[$0.kind].name(in: style.language) })
    csv.cell(tally.map { kinds[$0.kind].legalClass.rawValue })
    csv.cell(tally?.count)
    csv.cell(tally?.distinctCount)
    csv.cell(tally?.highestConfidence.value)
    csv.cell(tally?.highestConfidence.level.rawValue)
    csv.cell(best.map { TerminalText.text($0.placeText(in: style.language)) })
    csv.cell(best.map { TerminalText.text(style.shown($0.value)) })
    csv.cell(best.map { $0.reasons.text(in: style.language, kinds: kinds) })
  }
}
