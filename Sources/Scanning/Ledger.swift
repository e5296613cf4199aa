internal import ScanModel
internal import Synchronization

/// Keeps the books of a run: every listed file must end, and every end is counted once.
final class Ledger: Sendable {
  private struct Books {
    var coverage = Coverage()
    var kinds: [String: KindCounts] = [:]
    var suppressedCount = 0
    var recalledCount = 0
  }

  private struct KindCounts {
    var findings = LevelCounts()
    var fileCount = 0

    /// Counts what was found in one file.
    mutating func add(_ counts: LevelCounts) {
      findings.add(counts)
      fileCount += 1
    }
  }

  private let books = Mutex(Books())
  private let receiver: any ScanReceiver
  private let progress: ScanProgress

  init(receiver: any ScanReceiver, progress: ScanProgress) {
    self.receiver = receiver
    self.progress = progress
  }

  /// Counts files that the walk found.
  func list(_ count: Int) {
    books.withLock { books in
      for _ in 0..<count { books.coverage.list() }
    }
  }

  func take(_ findings: [Finding], in file: Provenance) {
    receiver.take(findings, in: file)
  }

  /// Counts how a listed file ended, and reports it.
  func end(_ record: FileRecord) {
    books.withLock { books in
      books.coverage.end(
        record.outcome, contentType: record.contentType, byteCount: record.byteCount)
      books.suppressedCount += record.suppressedCount
      if record.isRecalled { books.recalledCount += 1 }
      for tally in record.tallies {
        books.kinds[tally.kind, default: KindCounts()].add(tally.countByLevel)
      }
    }
    progress.endFile(isComplete: record.outcome == .scanned)
    receiver.take(record)
  }

  /// Counts listed files as interrupted of which the memory that knew them could not tell.
  func endUntold() {
    books.withLock { books in
      for _ in 0..<books.coverage.openCount {
        books.coverage.end(.notExamined(.interrupted), contentType: "", byteCount: 0)
      }
    }
  }

  func leaveOut(_ path: FilePath, _ reason: LeftOutReason) {
    books.withLock { $0.coverage.leaveOut(reason) }
    receiver.leaveOut(path, reason)
  }

  /// Closes the books; that every listed file has ended is a law.
  func summary(
    missingProtections: [String], wasInterrupted: Bool, duration: Double
  ) -> RunSummary {
    books.withLock { books in
      precondition(books.coverage.isConserved, "a listed file has no outcome, or two")
      return RunSummary(
        coverage: books.coverage, findingCounts: books.kinds.mapValues(\.findings),
        fileCounts: books.kinds.mapValues(\.fileCount), suppressedCount: books.suppressedCount,
        missingProtections: missingProtections, recalledCount: books.recalledCount,
        wasInterrupted: wasInterrupted, duration: duration)
    }
  }
}
