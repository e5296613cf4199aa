package import ScanModel

/// One page for people, in a file that needs nothing else: no script, no link, no image to load.
///
/// Written when the run ends. Memory and size: the 1,000 riskiest files with their examples, 500
/// files that were not examined in full and 100 entries that were left out; the page says how
/// many more there are.
package struct HTMLReport: ReportWriter {
  private let output: OutputFile
  private let style: ReportStyle
  private var digest = ReportDigest(fileLimit: 1000, gapLimit: 500, leftOutLimit: 100)

  package init(to output: OutputFile, style: ReportStyle) {
    self.output = output
    self.style = style
  }
  package var showsExamples: Bool { true }

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
    var html = HTMLText(style.language)
    let page = HTMLPage(digest: digest, summary: summary, style: style)
    page.writeHead(into: &html)
    try output.write(html.takeBytes())
    for (rank, file) in page.files.enumerated() {
      FileSection(page: page).writeDetails(of: file, rank: rank + 1, into: &html)
      try output.write(html.takeBytes())
    }
    page.writeFoot(into: &html)
    try output.write(html.takeBytes())
    try output.finish()
  }
}
