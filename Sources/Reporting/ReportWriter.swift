package import ScanModel

/// Takes what a scan finds, in the order in which it finds it, and makes a report of it.
///
/// Calls come from one thread at a time. After an error the report is lost: its file is removed
/// and every further call throws the same error.
package protocol ReportWriter {
  /// Takes what the run was asked to do; comes first, once.
  mutating func begin(_ header: RunHeader) throws(ReportError)

  /// Whether findings are taken one by one, besides the records of their files.
  var takesFindings: Bool { get }

  /// Whether the examples of tallies are shown.
  var showsExamples: Bool { get }

  /// Takes whole lines that `FindingLines` made; all of a file before its record.
  mutating func take(findingLines lines: [UInt8]) throws(ReportError)

  /// Takes what became of a listed file; once for each, those that were not examined too.
  mutating func take(_ record: FileRecord) throws(ReportError)

  /// Takes an entry that was left out by choice.
  mutating func leaveOut(_ path: FilePath, _ reason: LeftOutReason) throws(ReportError)

  /// Takes how the run ended and completes the report; comes last, once.
  mutating func finish(_ summary: RunSummary) throws(ReportError)
}

extension ReportWriter {
  package var takesFindings: Bool { false }
  package var showsExamples: Bool { false }

  package mutating func take(findingLines lines: [UInt8]) throws(ReportError) {}
}
