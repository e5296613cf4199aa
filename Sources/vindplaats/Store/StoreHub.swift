internal import FindingStore
internal import Glibc
internal import ScanModel
internal import Scanning
internal import Synchronization

/// Passes what a scan finds to its reports and to the store, and tells the scan what the store knows.
final class StoreHub: ScanReceiver, ScanMemory {
  private let reports: ReportHub
  private let recorder: RunRecorder
  /// Whether files are read that have not changed.
  private let readsAll: Bool
  private let failed = Mutex<StoreError?>(nil)

  init(_ reports: ReportHub, _ recorder: RunRecorder, readsAll: Bool) {
    self.reports = reports
    self.recorder = recorder
    self.readsAll = readsAll
  }

  /// Why the store could not be read or written.
  var failure: StoreError? { recorder.failure ?? failed.withLock { $0 } }

  /// Notes the first failure.
  private func attempt<Result>(_ body: () throws(StoreError) -> Result) -> Result? {
    do throws(StoreError) {
      return try body()
    } catch {
      failed.withLock { $0 = $0 ?? error }
      return nil
    }
  }

  // MARK: ScanReceiver

  var takesFindings: Bool { reports.takesFindings }

  func take(_ findings: [Finding], in file: Provenance) {
    reports.take(findings, in: file)
    recorder.take(findings, in: file.path)
  }

  func take(_ record: FileRecord) {
    reports.take(record)
    recorder.take(record)
  }

  func leaveOut(_ path: FilePath, _ reason: LeftOutReason) {
    reports.leaveOut(path, reason)
  }

  // MARK: ScanMemory

  func isUnchanged(_ path: FilePath, _ facts: FileFacts, hasLog: () -> Bool) -> Bool {
    !readsAll && recorder.isUnchanged(path, facts, hasLog: hasLog)
  }

  func mayKnowContent(ofByteCount byteCount: Int) -> Bool {
    !readsAll && recorder.mayHoldContent(ofByteCount: byteCount)
  }

  func content(_ digest: ContentDigest) -> RecalledContent? {
    guard
      let examination = attempt({ () throws(StoreError) in try recorder.examination(of: digest) })
    else { return nil }
    guard let examination else { return nil }
    return RecalledContent(
      contentType: examination.contentType, outcome: examination.outcome,
      members: examination.members, stoppedPatterns: examination.stoppedPatterns,
      suppressedCount: examination.suppressedCount, tallies: examination.tallies
    ) { [self] take in
      guard takesFindings else { return }
      _ = attempt { () throws(StoreError) in
        try recorder.store.eachFindings(of: examination.id) { take($0.map(\.finding)) }
      }
    }
  }

  func content(_ digest: ContentDigest, holds finding: Finding) -> Bool {
    attempt { () throws(StoreError) in try recorder.holds(finding, in: digest) } ?? false
  }

  func recallUnchanged(
    withFindings: Bool, findings: ([Finding], Provenance) -> Void, record: (FileRecord) -> Void
  ) -> Bool {
    attempt { () throws(StoreError) in
      try recorder.recallUnchanged(
        withFindings: withFindings, withExamples: reports.showsExamples, findings: findings,
        record: record)
    } != nil
  }
}

extension RunRecorder {
  /// Ends the run; the failure, where it could not be written.
  func end(_ summary: RunSummary) -> StoreError? {
    do throws(StoreError) {
      try finish(summary, at: Int64(time(nil)))
      return nil
    } catch {
      return error
    }
  }

  /// What was decided about the findings of the run; nil where the store cannot tell.
  var decidedCounts: DecidedCounts? { try? decidedCounts(at: Int64(time(nil))) }
}
