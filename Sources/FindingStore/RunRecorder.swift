internal import Cryptography
internal import Dispatch
internal import Foundation
internal import GRDB
package import ScanModel
internal import Synchronization

/// Writes what a run finds, in batches, and knows what earlier runs found.
///
/// Called from any thread of the scan. A run of the same roots and the same recipe that was killed or
/// interrupted goes on as itself: what it has written is known already.
package final class RunRecorder: Sendable {
  private struct Pending {
    var items: [ExaminedItem] = []
    var byteCount = 0
    var since: UInt64 = 0
  }

  private static let batchCount = 1000
  private static let batchByteCount = 8 << 20
  private static let batchNanoseconds: UInt64 = 1_000_000_000
  /// Findings of one file that wait in memory for its end.
  private static let fileByteCount = 4 << 20

  package let store: FindingStore
  package let description: RunDescription
  /// The number of the run in the store.
  package let number: Int64
  /// Whether it goes on with a run that had not ended.
  package let isContinued: Bool
  /// Random, to tell runs apart.
  package let name: String
  let known: KnownItems
  let recipe: Int64
  /// Read when first asked for: a scan of what has not changed has no use for them.
  private let contentSizes = Mutex<Set<Int>?>(nil)
  private let begun: RunBeginning
  private let seen: Mutex<[Bool]>
  private let pending = Mutex(Pending())
  private let openFiles = Mutex<[FilePath: FileFindings]>([:])
  private let idle = Mutex<[FileFindings]>([])
  private let writer: Mutex<ItemWriter>
  private let nextExamination: Atomic<Int64>
  private let queue = DispatchQueue(label: "store")
  private let room = DispatchSemaphore(value: 2)
  private let failed = Mutex<StoreError?>(nil)
  private let onFailure: @Sendable () -> Void

  /// Begins the run, or goes on with it; what is known is read on up to `jobCount` threads.
  ///
  /// `onFailure` is called once, when writing fails.
  package init(
    _ store: FindingStore, _ description: RunDescription, jobCount: Int,
    onFailure: @escaping @Sendable () -> Void
  ) throws(StoreError) {
    self.store = store
    self.description = description
    self.onFailure = onFailure
    let (begun, next) = try store.write { database in
      let begun = try RunBeginning(database, description, store.hasher)
      try ValueIndex.complete(in: database)
      let next = try begun.nextExamination(database)
      try ValueIndex.begin(next, in: database)
      return (begun, next)
    }
    number = begun.run
    recipe = begun.recipe
    isContinued = begun.isContinued
    name = begun.name
    let known = try begun.knownItems(store, jobCount: jobCount)
    self.known = known
    self.begun = begun
    nextExamination = Atomic(next)
    seen = Mutex([Bool](repeating: false, count: known.count))
    writer = Mutex(ItemWriter(run: begun.run, recipe: begun.recipe, hasher: store.hasher))
  }

  /// Why writing has failed; nothing more is written then.
  package var failure: StoreError? { failed.withLock { $0 } }

  // MARK: What is known

  /// Whether the item is as it was when it was examined last, by the same recipe.
  ///
  /// `facts` are taken only where the path is known; `hasLog` tells whether a write-ahead log lies
  /// beside it, which can change without its database.
  package func isUnchanged(
    _ path: FilePath, _ facts: @autoclosure () -> FileFacts?, hasLog: () -> Bool
  ) -> Bool {
    guard known.count > 0, let place = known.place(of: description.roots.real(path), facts())
    else { return false }
    if known.isDatabase(at: place), hasLog() { return false }
    seen.withLock { $0[place] = true }
    return true
  }

  /// Whether the store knows a content of so many bytes.
  package func mayHoldContent(ofByteCount byteCount: Int) -> Bool {
    contentSizes.withLock { sizes in
      if sizes == nil { sizes = (try? store.read { try begun.contentSizes($0) }) ?? [] }
      return sizes?.contains(byteCount) ?? false
    }
  }

  /// The ids of the states whose items were found unchanged, in their order.
  var seenStates: [Int64] {
    let seen = seen.withLock { $0 }
    return seen.indices.filter { seen[$0] }.map { known.stateID(at: $0) }.sorted()
  }

  // MARK: What is new

  /// Takes findings of a file that is still being read; those in its path are told with its record,
  /// and those of which only masks are known came from the store.
  package func take(_ findings: [Finding], in path: FilePath) {
    guard let first = findings.first, !first.value.isMask, first.part != [.section(.path)] else {
      return
    }
    openFile(at: path).gather { file in
      file.packer.take(findings)
      if file.packer.byteCount > Self.fileByteCount { writeEarly(&file) }
    }
  }

  /// Takes how a file ended; one that was recalled stands in the store as it is.
  package func take(_ record: FileRecord) {
    if record.isRecalled, record.digest == nil { return }
    let path = record.provenance.path
    let file = openFiles.withLock { $0.removeValue(forKey: path) } ?? idleFile()
    file.gather { file in
      end(record, &file)
      file.removeAll()
    }
    idle.withLock { $0.append(file) }
  }

  /// Where the findings of a file go.
  private func openFile(at path: FilePath) -> FileFindings {
    openFiles.withLock { files in
      if let file = files[path] { return file }
      let file = idleFile()
      files[path] = file
      return file
    }
  }

  /// One that no file uses now; in the end there is one for each thread.
  private func idleFile() -> FileFindings {
    idle.withLock { $0.popLast() } ?? FileFindings(store.hasher)
  }

  private func end(_ record: FileRecord, _ file: inout FileFindings.State) {
    switch record.outcome {
    // Nothing is known of it that was not known before.
    case .notExamined(.interrupted), .notExamined(.vanished):
      if let examination = file.examination { removeBlocks(of: examination) }
      return
    default: break
    }
    let tallies = PackedTallies.pack(record.contentTallies) { file.packer.examples(of: $0) }
    if file.examination != nil { writeEarly(&file, isAtEnd: true) }
    let blocks = file.packer.takeBlocks(isAtEnd: true)
    add(
      ExaminedItem(
        path: description.roots.real(record.provenance.path), record: record.withoutFindings,
        pathFindings: FindingPacker.pack(record.pathFindings, store.hasher),
        blocks: record.isRecalled ? [] : blocks, tallies: tallies,
        examination: file.examination ?? newExamination(),
        hasEarlyBlocks: file.examination != nil))
  }

  private func add(_ item: ExaminedItem) {
    let now = DispatchTime.now().uptimeNanoseconds
    let batch: [ExaminedItem]? = pending.withLock { pending in
      if pending.items.isEmpty { pending.since = now }
      pending.items.append(item)
      pending.byteCount += item.byteCount
      let isDue =
        pending.items.count >= Self.batchCount || pending.byteCount >= Self.batchByteCount
        || now - pending.since > Self.batchNanoseconds
      guard isDue else { return nil }
      defer { pending = Pending() }
      return pending.items
    }
    if let batch { write(batch) }
  }

  /// Writes a batch on the store's own thread; waits while two are on their way.
  private func write(_ batch: [ExaminedItem]) {
    onQueue { writer, statements in
      try writer.write(batch, with: statements)
    }
  }

  /// Writes the blocks of a file that has many, before its end is known.
  private func writeEarly(_ file: inout FileFindings.State, isAtEnd: Bool = false) {
    let examination = file.examination ?? newExamination()
    file.examination = examination
    let blocks = file.packer.takeBlocks(isAtEnd: isAtEnd)
    let firstNumber = file.blockCount
    let firstOrdinal = file.writtenCount
    file.blockCount += blocks.count
    file.writtenCount += blocks.reduce(0) { $0 + $1.count }
    onQueue { writer, statements in
      try writer.write(
        blocks, examination: examination, firstNumber: firstNumber, firstOrdinal: firstOrdinal,
        with: statements)
    }
  }

  /// Removes the blocks of a file that came to nothing.
  private func removeBlocks(of examination: Int64) {
    onQueue { writer, statements in
      try writer.removeBlocks(of: examination, with: statements)
    }
  }

  private func newExamination() -> Int64 {
    nextExamination.add(1, ordering: .relaxed).oldValue
  }

  private func onQueue(
    _ body: @escaping @Sendable (inout ItemWriter, WriterStatements) throws -> Void
  ) {
    guard failure == nil else { return }
    room.wait()
    queue.async { [self] in
      defer { room.signal() }
      guard failure == nil else { return }
      do throws(StoreError) {
        try store.write { database in
          let statements = try WriterStatements(database)
          try writer.withLock { try body(&$0, statements) }
        }
      } catch {
        failed.withLock { $0 = error }
        onFailure()
      }
    }
  }

  // MARK: The end

  /// Writes what waits and ends the run; throws where anything could not be written.
  package func finish(_ summary: RunSummary, at time: Int64) throws(StoreError) {
    let rest = pending.withLock { pending in
      defer { pending = Pending() }
      return pending.items
    }
    queue.sync {}
    if let failure { throw failure }
    let ending = RunEnding(
      run: number, description: description, seen: seenStates, summary: summary, time: time)
    try store.write { database in
      let statements = try WriterStatements(database)
      try writer.withLock { writer in
        try writer.write(rest, with: statements)
        try writer.finish(in: database)
      }
      try ending.write(in: database)
    }
  }
}
