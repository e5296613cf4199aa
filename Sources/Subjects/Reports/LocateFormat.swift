package import Reporting

/// A form in which a search for people is told.
package enum LocateFormat: String, CaseIterable, Sendable {
  /// Lines for a terminal.
  case summary
  case html
  case csv
  case ndjson

  /// Writes the report and completes the file.
  package func write(_ report: LocateReport, to output: OutputFile) throws(ReportError) {
    switch self {
    case .summary:
      try output.write(LocateTerminal(report).lines.joined(separator: "\n") + "\n")
    case .html:
      try LocatePage(report).write { (bytes) throws(ReportError) in try output.write(bytes) }
    case .csv:
      try LocateCSV(report).write { (bytes) throws(ReportError) in try output.write(bytes) }
    case .ndjson:
      try LocateNDJSON(report).write { (bytes) throws(ReportError) in try output.write(bytes) }
    }
    try output.finish()
  }
}
