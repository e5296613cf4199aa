internal import Reporting
internal import ScanModel
internal import Scanning
internal import Synchronization

/// Passes what a scan finds to all reports of the run, one call at a time.
///
/// Findings become lines on the thread that found them; only the lines wait for their turn.
final class ReportHub: ScanReceiver {
  private struct Reports {
    var writers: [any ReportWriter]
    var errors: [ReportError] = []

    /// Does `work` with every report; one that fails is given up, the others go on.
    mutating func each(
      _ work: (inout any ReportWriter) throws(ReportError) -> Void
    ) {
      var index = 0
      while index < writers.count {
        do throws(ReportError) {
          try work(&writers[index])
          index += 1
        } catch {
          errors.append(error)
          writers.remove(at: index)
        }
      }
    }
  }

  /// The makers of lines that no thread uses now; in the end there is one for each thread.
  private struct Lines {
    let style: ReportStyle
    var kinds: [KindDescription] = []
    var idle: [FindingLines] = []
  }

  private let lock = Mutex(())
  /// Touched only while `lock` is held.
  nonisolated(unsafe) private var reports: Reports
  private let progress: ScanProgress
  let takesFindings: Bool
  let showsExamples: Bool
  private let lines: Mutex<Lines>

  /// The scan is cancelled when the last report has failed.
  init(_ writers: sending [any ReportWriter], style: ReportStyle, progress: ScanProgress) {
    takesFindings = writers.contains { $0.takesFindings }
    showsExamples = writers.contains { $0.showsExamples }
    reports = Reports(writers: writers)
    lines = Mutex(Lines(style: style))
    self.progress = progress
  }

  func begin(_ header: RunHeader) {
    lines.withLock { $0.kinds = header.kinds }
    with { (writer) throws(ReportError) in try writer.begin(header) }
  }

  func take(_ findings: [Finding], in file: Provenance) {
    take(findings, ids: [], history: nil, in: file)
  }

  /// Takes findings of which a store knows more.
  func take(
    _ findings: [Finding], ids: [String], history: FileHistory?, in file: Provenance
  ) {
    guard takesFindings else { return }
    var maker = lines.withLock { lines in
      lines.idle.popLast() ?? FindingLines(style: lines.style, kinds: lines.kinds)
    }
    maker.write(findings, ids: ids, history: history, in: file) { lines in
      with { (writer) throws(ReportError) in try writer.take(findingLines: lines) }
    }
    lines.withLock { $0.idle.append(maker) }
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
