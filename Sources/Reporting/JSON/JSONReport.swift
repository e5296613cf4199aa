package import ScanModel

/// One document: `run`, `files` with up to 5 examples for each kind, `left_out`, `summary`.
///
/// Written as a stream, a file on each line. Memory: one file, and the first 10,000 entries that
/// were left out; `left_out_omitted` counts the others, which the NDJSON report has.
package struct JSONReport: ReportWriter {
  private let output: OutputFile
  private var records: JSONRecords
  private var json = JSONText()
  private var fileCount = 0
  private var leftOut: [(path: FilePath, reason: LeftOutReason)] = []
  private var leftOutCount = 0

  private static let leftOutLimit = 10_000

  package init(to output: OutputFile, style: ReportStyle) {
    self.output = output
    records = JSONRecords(style: style)
  }
  package var showsExamples: Bool { true }

  package mutating func begin(_ header: RunHeader) throws(ReportError) {
    records.kinds = KindTable(header.kinds)
    try output.write("{\"run\":")
    try writeObject { $0.run(header, into: &$1) }
    try output.write(",\n\"files\":[")
  }

  package mutating func take(_ record: FileRecord) throws(ReportError) {
    try output.write(fileCount == 0 ? "\n" : ",\n")
    fileCount += 1
    try writeObject { records, json in
      records.file(record, into: &json) { tally, json in
        json.array("examples") { json in
          for finding in tally.examples {
            let form = FindingForm(of: finding, in: records)
            json.object { json in
              json.members { form.append(finding, to: &$0) }
            }
          }
        }
      }
    }
  }

  package mutating func leaveOut(
    _ path: FilePath, _ reason: LeftOutReason
  ) throws(ReportError) {
    leftOutCount += 1
    if leftOut.count < Self.leftOutLimit { leftOut.append((path, reason)) }
  }

  package mutating func finish(_ summary: RunSummary) throws(ReportError) {
    try output.write("\n],\n\"left_out\":[")
    for (index, entry) in leftOut.enumerated() {
      try output.write(index == 0 ? "\n" : ",\n")
      try writeObject { $0.leftOut(entry.path, entry.reason, into: &$1) }
    }
    try output.write("\n],\n\"left_out_omitted\":\(leftOutCount - leftOut.count),\n\"summary\":")
    try writeObject { $0.summary(summary, into: &$1) }
    try output.write("}\n")
    try output.finish()
  }

  private mutating func writeObject(
    members: (JSONRecords, inout JSONText) -> Void
  ) throws(ReportError) {
    json.removeAll()
    json.object { members(records, &$0) }
    try output.write(json.bytes)
  }
}
