internal import Dispatch
package import Evidence
package import Matching
package import ScanModel
internal import Synchronization
package import Walking

/// A scan of everything below some paths, on several threads.
package struct Scan: Sendable {
  private let roots: [FilePath]
  private let options: WalkOptions
  /// Larger files are listed as not examined; in bytes, nil for no limit.
  private let byteLimit: Int?
  private let binaryReading: BinaryReading
  private let patterns: CompiledPatterns
  private let vocabulary: Vocabulary

  /// Files that wait for a thread at any time: the list of files is never held.
  private static let queueCapacity = 512

  package init(
    roots: [FilePath], options: WalkOptions, byteLimit: Int?,
    binaryReading: BinaryReading = .none, patterns: CompiledPatterns, vocabulary: Vocabulary
  ) {
    self.roots = roots
    self.options = options
    self.byteLimit = byteLimit
    self.binaryReading = binaryReading
    self.patterns = patterns
    self.vocabulary = vocabulary
  }

  /// Walks on the calling thread and scans on `jobCount` others; returns when all is done.
  ///
  /// The receiver is told everything that is found; the summary says how the run ended.
  package func run(
    jobCount: Int, progress: ScanProgress, receiver: any ScanReceiver
  ) -> RunSummary {
    let start = DispatchTime.now().uptimeNanoseconds
    let ledger = Ledger(receiver: receiver, progress: progress)
    let queue = BoundedQueue<FoundFile>(capacity: Self.queueCapacity)
    let links = HardLinks()
    let threads = DispatchQueue(label: "scan", attributes: .concurrent)
    let group = DispatchGroup()
    for _ in 0..<jobCount {
      threads.async(group: group) {
        var worker = ScanWorker(
          patterns, vocabulary, byteLimit: byteLimit, binaryReading: binaryReading, links: links,
          ledger: ledger, progress: progress)
        while let file = queue.next() { worker.scan(file) }
        ledger.add(suppressed: worker.suppressedCount)
      }
    }
    Walker(roots: roots, options: options).walk { event in
      switch event {
      case .file(let file):
        ledger.list()
        queue.append(file)
      case .notExamined(let path, let reason):
        ledger.list()
        ledger.end(
          FileRecord(
            provenance: Provenance(path: path), byteCount: 0, contentType: "",
            outcome: .notExamined(reason)))
      case .leftOut(let path, let reason):
        ledger.leaveOut(path, reason)
      }
      return !progress.isCancelled
    }
    queue.close(readerCount: jobCount)
    group.wait()
    let duration = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    return ledger.summary(wasInterrupted: progress.isCancelled, duration: duration)
  }
}
