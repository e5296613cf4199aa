internal import Reporting
internal import ScanModel
internal import Scanning
internal import Synchronization

/// Passes what a scan finds to all reports of the run, one call at a time.
final class ReportHub: ScanReceiver {
  private struct Reports {
    var writers: [any ReportWriter]
    var errors: [ReportError] = []

    /// Does `work` with every report; one that fails is given up, the others go on.
    mutating func each(
      _ work: (inout any ReportWriter) throws(ReportError) -> Void
    ) {
      var kept: [any ReportWriter] = []
      for var writer in writers {
        do throws(ReportError) {
          try work(&writer)
          kept.append(writer)
        } catch {
          errors.append(error)
        }
      }
      writers = kept
    }
  }

  private let lock = Mutex(())
  /// Touched only while `lock` is held.
  nonisolated(unsafe) private var reports: Reports
  private let progress: ScanProgress

  /// The scan is cancelled when the last report has failed.
  init(_ writers: sending [any ReportWriter], progress: ScanProgress) {
    reports = Reports(writers: writers)
    self.progress = progress
  }

  func begin(_ header: RunHeader) {
    with { (writer) throws(ReportError) in try writer.begin(header) }
  }

  func take(_ findings: [Finding], in file: Provenance) {
    with { (writer) throws(ReportError) in try writer.take(findings, in: file) }
  }

  func take(_ record: FileRecord) {
    with { (writer) throws(ReportError) in try writer.take(record) }
  }

  func leaveOut(_ path: FilePath, _ reason: LeftOutReason) {
    with { (writer) throws(ReportError) in try writer.leaveOut(path, reason) }
  }

  /// Completes all reports; returns the errors of those that failed, in this call or before.
  func finish(_ summary: RunSummary) -> [ReportError] {
    with { (writer) throws(ReportError) in try writer.finish(summary) }
    return lock.withLock { _ in reports.errors }
  }

  private func with(_ work: (inout any ReportWriter) throws(ReportError) -> Void) {
    let isLost = lock.withLock { _ in
      reports.each(work)
      return reports.writers.isEmpty && !reports.errors.isEmpty
    }
    if isLost { progress.cancel() }
  }
}
