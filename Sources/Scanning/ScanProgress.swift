internal import Synchronization

/// How far a running scan is; read and written from any thread.
package final class ScanProgress: Sendable {
  private let files = Atomic<Int>(0)
  private let bytes = Atomic<Int>(0)
  private let findings = Atomic<Int>(0)
  private let errors = Atomic<Int>(0)
  private let cancelled = Atomic<Bool>(false)

  package init() {}

  /// Files that have ended.
  package var fileCount: Int { files.load(ordering: .relaxed) }
  /// Bytes that were read.
  package var byteCount: Int { bytes.load(ordering: .relaxed) }
  package var findingCount: Int { findings.load(ordering: .relaxed) }
  /// Files that ended partial or not examined.
  package var errorCount: Int { errors.load(ordering: .relaxed) }
  /// Whether the scan was asked to stop.
  package var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

  /// Asks the scan to stop soon: files in work end as interrupted.
  package func cancel() { cancelled.store(true, ordering: .relaxed) }

  func addBytes(_ count: Int) { bytes.add(count, ordering: .relaxed) }
  func addFindings(_ count: Int) { findings.add(count, ordering: .relaxed) }

  func endFile(isComplete: Bool) {
    files.add(1, ordering: .relaxed)
    if !isComplete { errors.add(1, ordering: .relaxed) }
  }
}
