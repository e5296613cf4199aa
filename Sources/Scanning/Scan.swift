internal import Dispatch
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
  private let tables: SearchTables
  private let throttle: Throttle?
  private let isolation: IsolationSetup?
  private let memory: (any ScanMemory)?
  private let digests: DigestScope

  package init(
    roots: [FilePath], options: WalkOptions, byteLimit: Int?,
    binaryReading: BinaryReading = .none, tables: SearchTables, throttle: Throttle? = nil,
    isolation: IsolationSetup? = nil, memory: (any ScanMemory)? = nil, digests: DigestScope = .none
  ) {
    self.roots = roots
    self.options = options
    self.byteLimit = byteLimit
    self.binaryReading = binaryReading
    self.tables = tables
    self.throttle = throttle
    self.isolation = isolation
    self.memory = memory
    self.digests = digests
  }

  /// Walks and scans on `jobCount` threads; returns when all is done.
  ///
  /// The receiver is told everything that is found; the summary says how the run ended.
  package func run(
    jobCount: Int, progress: ScanProgress, receiver: any ScanReceiver
  ) -> RunSummary {
    let start = DispatchTime.now().uptimeNanoseconds
    let ledger = Ledger(receiver: receiver, progress: progress)
    let list = WorkList(
      Walker(roots: roots, options: options), ledger: ledger, progress: progress)
    let links = HardLinks()
    let pathText = PathText(roots: roots)
    let logs = DatabaseLogs()
    let board = BlockBoard(threadCount: jobCount)
    let threads = DispatchQueue(label: "scan", attributes: .concurrent)
    let group = DispatchGroup()
    for _ in 0..<jobCount {
      threads.async(group: group) {
        var worker = ScanWorker(
          tables, byteLimit: byteLimit, binaryReading: binaryReading, isolation: isolation,
          memory: memory, digests: digests, links: links, logs: logs, ledger: ledger,
          progress: progress, throttle: throttle, board: board, pathText: pathText)
        board.beginReading()
        while let event = list.next() { worker.take(event) }
        board.endReading()
        while let block = board.next() { worker.search(block) }
      }
    }
    group.wait()
    for record in logs.settle() { ledger.end(record) }
    let isToldWholly = memory?.recallUnchanged(
      jobCount: jobCount, withFindings: receiver.takesFindings, findings: ledger.take(_:in:),
      record: ledger.end)
    if isToldWholly == false { ledger.endUntold() }
    let duration = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    return ledger.summary(
      missingProtections: isolation?.missingProtections ?? [],
      wasInterrupted: progress.isCancelled, duration: duration)
  }

  /// The digest of a file that was scanned, where it is still what it was; it is read for that.
  package func digest(of file: FileRecord, progress: ScanProgress) -> ContentDigest? {
    guard let facts = file.facts else { return nil }
    return FileContent.digest(of: file.provenance.path, being: facts) { count in
      throttle?.wait(afterReading: count, progress)
      return !progress.isCancelled
    }
  }
}
