internal import ScanModel
internal import Walking

/// One thread of a scan: takes what the walk finds, opens files and lets its scanner read them.
struct ScanWorker: ~Copyable {
  /// nil until a file is read, and while one is.
  private var idleScanner: BlobScanner?
  private let makeScanner: () -> BlobScanner
  private let delivery: Delivery
  private let byteLimit: Int?
  private let links: HardLinks
  private let logs: DatabaseLogs
  private let ledger: Ledger
  private let progress: ScanProgress
  private let memory: (any ScanMemory)?
  private let pathText: PathText

  /// Passes findings on, and keeps those of a file with several names.
  private final class Delivery {
    let ledger: Ledger
    var keeps = false
    var kept: [Finding] = []

    init(_ ledger: Ledger) {
      self.ledger = ledger
    }

    func take(_ findings: [Finding], in file: Provenance) {
      ledger.take(findings, in: file)
      if keeps && HardLinks.isShort(kept.count) { kept += findings }
    }
  }

  init(
    _ tables: SearchTables, byteLimit: Int?, binaryReading: BinaryReading,
    isolation: IsolationSetup?, memory: (any ScanMemory)?, digests: DigestScope,
    links: HardLinks, logs: DatabaseLogs, ledger: Ledger, progress: ScanProgress,
    throttle: Throttle?, board: BlockBoard, pathText: PathText
  ) {
    let delivery = Delivery(ledger)
    self.delivery = delivery
    self.byteLimit = byteLimit
    self.links = links
    self.logs = logs
    self.ledger = ledger
    self.progress = progress
    self.memory = memory
    self.pathText = pathText
    makeScanner = {
      let made = tables()
      return BlobScanner(
        made.patterns, made.vocabulary, binaryReading: binaryReading, isolation: isolation,
        memory: memory, digests: digests, progress: progress, throttle: throttle, board: board
      ) { findings, file in
        delivery.take(findings, in: file)
      }
    }
  }

  /// Scans what the walk has found, whatever its state, and books how it ended.
  mutating func take(_ event: WalkEvent) {
    switch event {
    case .file(let file): scan(file)
    case .notExamined(let path, let reason): end(path, reason)
    case .leftOut(let path, let reason): ledger.leaveOut(path, reason)
    }
  }

  /// Searches a block of a file that another thread reads.
  mutating func search(_ block: TextBlock) {
    var scanner = takeScanner()
    scanner.search(block)
    idleScanner = consume scanner
  }

  private mutating func takeScanner() -> BlobScanner { idleScanner.take() ?? makeScanner() }

  private mutating func scan(_ found: FoundFile) {
    guard !progress.isCancelled else { return end(found.path, .interrupted) }
    if let memory,
      memory.isUnchanged(found.path, found.facts, hasLog: { found.hasCompanion("-wal") })
    {
      return
    }
    do throws(FileAccessError) {
      let file = try found.open()
      let facts = file.facts
      if let byteLimit, facts.byteCount > byteLimit {
        return end(found.path, .tooLarge, byteCount: facts.byteCount)
      }
      switch links.turn(of: found, facts) {
      case .leave: break
      case .report(let content): report(content, under: found.path)
      case .scan: scan(consume file, facts, found)
      }
    } catch {
      end(found.path, error.notExaminedReason)
    }
  }

  private mutating func scan(
    _ file: consuming OpenFile, _ facts: FileFacts, _ found: FoundFile
  ) {
    delivery.keeps = facts.hardLinkCount > 1
    delivery.kept.removeAll()
    var companions: [FileIdentity] = []
    var scanner = takeScanner()
    let record = scanner.scan(file, at: found.path) {
      found.openLog(noting: &companions)
    }
    idleScanner = consume scanner
    logs.read(companions, withDatabase: record.outcome)
    if !logs.take(record, facts) { book(record) }
    let content =
      HardLinks.isShort(delivery.kept.count)
      ? HardLinks.Content(record: record, findings: delivery.kept) : nil
    for name in links.finish(facts, content) {
      if let content {
        report(content, under: name.path)
      } else {
        scan(name)
      }
    }
  }

  /// Reports what was found in a file under another of its names.
  private mutating func report(_ content: HardLinks.Content, under path: FilePath) {
    let provenance = Provenance(path: path)
    if !content.findings.isEmpty { ledger.take(content.findings, in: provenance) }
    let record = content.record
    book(
      FileRecord(
        provenance: provenance, byteCount: record.byteCount, contentType: record.contentType,
        outcome: record.outcome, members: record.members,
        stoppedPatterns: record.stoppedPatterns, suppressedCount: record.suppressedCount,
        tallies: record.tallies, sameFileAs: record.provenance.path, facts: record.facts,
        digest: record.digest))
  }

  /// Ends a file, with what its path tells.
  private mutating func book(_ record: FileRecord) {
    var scanner = takeScanner()
    let findings = scanner.findings(
      in: pathText.text(of: record.provenance.path), at: [.section(.path)])
    idleScanner = consume scanner
    if findings.isEmpty { return ledger.end(record) }
    progress.addFindings(findings.count)
    ledger.take(findings, in: record.provenance)
    ledger.end(record.adding(pathFindings: findings, newValues: newValues(of: findings, record)))
  }

  /// Which of the findings in the path of a recalled file have values that are nowhere else in it.
  private func newValues(of findings: [Finding], _ record: FileRecord) -> [Bool]? {
    guard record.isRecalled, let memory, let digest = record.digest else { return nil }
    var values: Set<SensitiveText> = []
    return findings.map {
      values.insert($0.normalized).inserted && !memory.content(digest, holds: $0)
    }
  }

  private mutating func end(_ path: FilePath, _ reason: NotExaminedReason, byteCount: Int = 0) {
    book(
      FileRecord(
        provenance: Provenance(path: path), byteCount: byteCount, contentType: "",
        outcome: .notExamined(reason)))
  }
}

extension FoundFile {
  /// Opens the write-ahead log beside a database; what belongs to it goes to `companions`.
  fileprivate func openLog(noting companions: inout [FileIdentity]) -> OpenFile? {
    guard let log = openCompanion("-wal") else { return nil }
    companions.append(log.facts.identity)
    if let index = openCompanion("-shm") { companions.append(index.facts.identity) }
    return log
  }
}
