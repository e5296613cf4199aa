/// A form in which the findings of a run are written.
package enum ReportFormat: String, CaseIterable, Sendable {
  /// One page for people: coverage, kinds, files by risk, a place to sign.
  case html
  /// A row for each file and kind, for spreadsheets.
  case csv
  /// One document with every file and a few examples.
  case json
  /// A record on each line, every finding among them; `Documentation/schema` describes it.
  case ndjson

  /// What a file of this format is called after its dot.
  package var fileExtension: String { rawValue }

  /// Returns a writer that puts a report of this format into `output`.
  package func writer(to output: OutputFile, style: ReportStyle) -> any ReportWriter {
    switch self {
    case .html: HTMLReport(to: output, style: style)
    case .csv: CSVReport(to: output, style: style)
    case .json: JSONReport(to: output, style: style)
    case .ndjson: NDJSONReport(to: output, style: style)
    }
  }
}
