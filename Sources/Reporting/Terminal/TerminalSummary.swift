package import ScanModel

/// What a person reads at the end of a scan: coverage, kinds, the riskiest files, what is missing.
///
/// Written when the run ends. Memory: the ten riskiest files.
package struct TerminalSummary: ReportWriter {
  private let output: OutputFile
  private let style: ReportStyle
  private var digest = ReportDigest(fileLimit: 10, gapLimit: 10, leftOutLimit: 1)

  package init(to output: OutputFile, style: ReportStyle) {
    self.output = output
    self.style = style
  }

  package mutating func begin(_ header: RunHeader) throws(ReportError) {
    digest.begin(header)
  }

  package mutating func take(_ record: FileRecord) throws(ReportError) {
    digest.take(record)
  }

  package mutating func leaveOut(
    _ path: FilePath, _ reason: LeftOutReason
  ) throws(ReportError) {
    digest.leaveOut(path, reason)
  }

  package mutating func finish(_ summary: RunSummary) throws(ReportError) {
    var text = SummaryText(digest: digest, summary: summary, style: style)
    text.write()
    try output.write(text.lines.joined(separator: "\n") + "\n")
    try output.finish()
  }
}
