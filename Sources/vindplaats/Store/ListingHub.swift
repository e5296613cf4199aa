internal import FindingStore
internal import Reporting
internal import ScanModel
internal import Scanning

/// Passes what the store lists to the reports and to the terminal.
final class ListingHub: ListingReceiver {
  private let reports: ReportHub
  private let progress: ScanProgress
  private var list: FindingList?
  private var listError: ReportError?

  init(_ reports: ReportHub, _ progress: ScanProgress, list: FindingList?) {
    self.reports = reports
    self.progress = progress
    self.list = list
  }

  var isDone: Bool {
    progress.isCancelled || listError != nil && !reports.takesFindings
  }

  func take(_ findings: [ListedFinding], _ history: FileHistory, in file: Provenance) {
    guard list != nil || reports.takesFindings else { return }
    let ids = findings.map(\.id.description)
    let bare = findings.map { $0.finding.finding(decided: $0.decision?.verdict) }
    reports.take(bare, ids: ids, history: history, in: file)
    attempt { (list) throws(ReportError) in
      try list.take(bare, ids: ids, history: history, in: file)
    }
  }

  func take(_ record: FileRecord) {
    reports.take(record)
  }

  /// Completes the list with sentences, and all reports; returns what went wrong.
  func finish(_ summary: RunSummary, sentences: [String]) -> [ReportError] {
    attempt { (list) throws(ReportError) in try list.finish(sentences) }
    return reports.finish(summary) + (listError.map { [$0] } ?? [])
  }

  private func attempt(_ work: (inout FindingList) throws(ReportError) -> Void) {
    guard list != nil, listError == nil, var list else { return }
    do throws(ReportError) {
      try work(&list)
      self.list = list
    } catch {
      listError = error
    }
  }
}
