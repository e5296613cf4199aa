internal import ScanModel
internal import Scanning

/// Gathers from a scan where the people of some cards are told of.
final class SubjectLocator: ScanReceiver {
  let takesFindings = true

  init(cards: [SubjectCard], values: OwnValues, watcher: (any ScanReceiver)?) {}

  func take(_ findings: [Finding], in file: Provenance) {}
  func take(_ record: FileRecord) {}
  func leaveOut(_ path: FilePath, _ reason: LeftOutReason) {}

  func result(_ summary: RunSummary, started: Int64, ended: Int64) -> LocateResult {
    LocateResult(
      cards: [], files: [], unsearched: UnsearchedFiles(), summary: summary, started: started,
      ended: ended)
  }
}
