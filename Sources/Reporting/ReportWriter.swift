package import ScanModel

/// Takes what a scan finds, in the order in which it finds it, and makes a report of it.
///
/// Calls come from one thread at a time. After an error the report is lost: its file is removed
/// and every further call throws the same error.
package protocol ReportWriter {
  /// Takes what the run was asked to do; comes first, once.
  mutating func begin(_ header: RunHeader) throws(ReportError)

  /// Takes findings in one file or member; in batches, all of them before the record of the file.
  mutating func take(_ findings: [Finding], in file: Provenance) throws(ReportError)

  /// Takes what became of a listed file; once for each, those that were not examined too.
  mutating func take(_ record: FileRecord) throws(ReportError)

  /// Takes an entry that was left out by choice.
  mutating func leaveOut(_ path: FilePath, _ reason: LeftOutReason) throws(ReportError)

  /// Takes how the run ended and completes the report; comes last, once.
  mutating func finish(_ summary: RunSummary) throws(ReportError)
}
