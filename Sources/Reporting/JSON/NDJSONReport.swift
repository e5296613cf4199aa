package import ScanModel

/// A record on each line: first `run`, then `finding`, `file` and `left-out`, last `summary`.
///
/// A consumer that misses the summary knows that the run was cut short. The schema is
/// `Documentation/schema/scan-ndjson.schema.json`. Memory: one record.
/// Findings come as `FindingLines`.
package struct NDJSONReport: ReportWriter {
  private let output: OutputFile
  private var records: JSONRecords
  private var json = JSONText()

  package init(to output: OutputFile, style: ReportStyle) {
    self.output = output
    records = JSONRecords(style: style)
  }

  package mutating func begin(_ header: RunHeader) throws(ReportError) {
    records.kinds = KindTable(header.kinds)
    try write("run") { $0.run(header, into: &$1) }
  }

  package var takesFindings: Bool { true }

  package mutating func take(findingLines lines: [UInt8]) throws(ReportError) {
    try output.write(lines)
  }

  package mutating func take(_ record: FileRecord) throws(ReportError) {
    try write("file") { $0.file(record, into: &$1) }
  }

  package mutating func leaveOut(
    _ path: FilePath, _ reason: LeftOutReason
  ) throws(ReportError) {
    try write("left-out") { $0.leftOut(path, reason, into: &$1) }
  }

  package mutating func finish(_ summary: RunSummary) throws(ReportError) {
    try write("summary") { $0.summary(summary, into: &$1) }
    try output.finish()
  }

  private mutating func write(
    _ type: String, members: (JSONRecords, inout JSONText) -> Void
  ) throws(ReportError) {
    json.removeAll()
    json.object { json in
      json.member("type", type)
      members(records, &json)
    }
    json.endLine()
    try output.write(json.bytes)
  }
}
