internal import ScanModel
internal import Scanning
internal import Synchronization

/// Gathers from a scan where the people of some cards are told of.
///
/// Memory: for each thread what waits of one file, and of all files what is kept of them.
final class SubjectLocator: ScanReceiver {
  private struct Books: Sendable {
    /// Of the files that are read now.
    var gatherings: [FilePath: FileGathering] = [:]
    var files: [LocatedFile] = []
    var unsearched = UnsearchedFiles()
  }

  private let cards: [SubjectCard]
  private let values: OwnValues
  private let reader: RecordReader
  private let watcher: (any ScanReceiver)?
  private let books = Mutex(Books())

  let takesFindings = true

  init(cards: [SubjectCard], values: OwnValues, watcher: (any ScanReceiver)? = nil) {
    self.cards = cards
    self.values = values
    self.watcher = watcher
    reader = RecordReader(cards)
  }

  func take(_ findings: [Finding], in file: Provenance) {
    watcher?.take(findings, in: file)
    // Only the thread that reads the file touches what is gathered of it.
    let known = books.withLock { $0.gatherings.removeValue(forKey: file.path) }
    var gathering = known ?? FileGathering(reader)
    gathering.take(findings, values)
    books.withLock { [gathering] in $0.gatherings[file.path] = gathering }
  }

  func take(_ record: FileRecord) {
    watcher?.take(record)
    let path = record.provenance.path
    let gathering = books.withLock { $0.gatherings.removeValue(forKey: path) }
    let gap = UnsearchedFiles.Gap(record)
    guard gathering != nil || gap != nil else { return }
    var located: [LocatedFile] = []
    if var gathering { located = gathering.end(record) }
    books.withLock { [located] books in
      books.files += located
      if let gap { books.unsearched.take(gap) }
    }
  }

  func leaveOut(_ path: FilePath, _ reason: LeftOutReason) {
    watcher?.leaveOut(path, reason)
    books.withLock {
      $0.unsearched.take(UnsearchedFiles.LeftOut(path: path, reason: reason))
    }
  }

  /// What the scan came to, which has ended.
  func result(_ summary: RunSummary, started: Int64, ended: Int64) -> LocateResult {
    let (files, unsearched) = books.withLock { ($0.files, $0.unsearched) }
    return LocateResult(
      cards: cards,
      files: files.sorted {
        $0.card == $1.card
          ? $0.path.bytes.lexicographicallyPrecedes($1.path.bytes) : $0.card < $1.card
      },
      unsearched: unsearched.sorted, summary: summary, started: started, ended: ended)
  }
}

extension UnsearchedFiles.Gap {
  /// nil for a file that was searched to its end.
  fileprivate init?(_ record: FileRecord) {
    guard record.outcome != .scanned else { return nil }
    self.init(
      path: record.provenance.path, byteCount: record.byteCount, contentType: record.contentType,
      outcome: record.outcome, members: record.members)
  }
}

extension UnsearchedFiles {
  fileprivate mutating func take(_ gap: Gap) {
    gapCount += 1
    if gaps.count < Self.listLimit { gaps.append(gap) }
  }

  fileprivate mutating func take(_ entry: LeftOut) {
    leftOutCount += 1
    if leftOut.count < Self.listLimit { leftOut.append(entry) }
  }

  fileprivate var sorted: UnsearchedFiles {
    var sorted = self
    sorted.gaps.sort { $0.path.bytes.lexicographicallyPrecedes($1.path.bytes) }
    sorted.leftOut.sort { $0.path.bytes.lexicographicallyPrecedes($1.path.bytes) }
    return sorted
  }
}
