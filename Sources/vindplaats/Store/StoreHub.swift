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
  /// nil where nothing was decided about any finding.
  private let decisions: RunDecisions?
  /// Findings whose decisions depend on a content that is not known yet, and those behind them.
  private let waiting = Mutex<[FilePath: [Finding]]>([:])
  private let failed = Mutex<StoreError?>(nil)

  init(
    _ reports: ReportHub, _ recorder: RunRecorder, _ decisions: RunDecisions?, readsAll: Bool
  ) {
    self.reports = reports
    self.recorder = recorder
    self.decisions = decisions
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
    report(findings, in: file)
    recorder.take(findings, in: file.path)
  }

  /// Tells the reports of findings, with what was decided about them.
  private func report(_ findings: [Finding], in file: Provenance) {
    guard let decisions, takesFindings else { return reports.take(findings, in: file) }
    let isWaiting = waiting.withLock { $0[file.path] != nil }
    if !isWaiting, let decided = decisions.decided(findings, in: file.path) {
      return reports.take(decided, in: file)
    }
    waiting.withLock { $0[file.path, default: []] += findings }
  }

  func take(_ record: FileRecord) {
    if let decisions {
      let file = record.provenance
      let findings = waiting.withLock { $0.removeValue(forKey: file.path) }
      if let findings {
        let decided = attempt { () throws(StoreError) in
          try decisions.decided(findings, in: file.path, of: record.digest)
        }
        reports.take(decided ?? findings, in: file)
      }
    }
    reports.take(record)
    recorder.take(record)
  }

  func leaveOut(_ path: FilePath, _ reason: LeftOutReason) {
    reports.leaveOut(path, reason)
  }

  // MARK: ScanMemory

  func isUnchanged(
    _ path: FilePath, _ facts: @autoclosure () -> FileFacts?, hasLog: () -> Bool
  ) -> Bool {
    !readsAll && recorder.isUnchanged(path, facts(), hasLog: hasLog)
  }

  func mayKnowContent(ofByteCount byteCount: Int) -> Bool {
    !readsAll && recorder.mayHoldContent(ofByteCount: byteCount)
  }

  func content(_ digest: ContentDigest, at path: FilePath) -> RecalledContent? {
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
        try recorder.eachFinding(of: examination, digest, at: path, decisions, take)
      }
    }
  }

  func content(_ digest: ContentDigest, holds finding: Finding) -> Bool {
    attempt { () throws(StoreError) in try recorder.holds(finding, in: digest) } ?? false
  }

  func recallUnchanged(
    jobCount: Int, withFindings: Bool, findings: @Sendable ([Finding], Provenance) -> Void,
    record: @Sendable (FileRecord) -> Void
  ) -> Bool {
    attempt { () throws(StoreError) in
      try recorder.recallUnchanged(
        jobCount: jobCount, withFindings: withFindings, withExamples: reports.showsExamples,
        decisions, findings: findings, record: record)
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
