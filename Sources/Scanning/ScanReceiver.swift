package import ScanModel

/// What a scan tells while it runs; called from any of its threads, one call at a time for each
/// file, so a receiver guards its own state.
package protocol ScanReceiver: AnyObject, Sendable {
  /// Whether findings are taken one by one, besides the records of their files.
  var takesFindings: Bool { get }
  /// Findings of one file, in batches, before its record.
  func take(_ findings: [Finding], in file: Provenance)
  /// How a listed file ended; once for each.
  func take(_ record: FileRecord)
  /// An entry that was left out by choice.
  func leaveOut(_ path: FilePath, _ reason: LeftOutReason)
}
