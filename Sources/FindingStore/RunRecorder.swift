internal import Dispatch
internal import Foundation
internal import GRDB
internal import Hashing
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

  /// A file whose findings are coming.
  private struct OpenFile {
    var packer: FindingPacker
    var examination: Int64?
    var blockCount = 0
    /// Findings that are written.
    var writtenCount = 0
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
  private let contentSizes: Set<Int>
  private let seen: Mutex<[Bool]>
  private let pending = Mutex(Pending())
  private let openFiles = Mutex<[FilePath: OpenFile]>([:])
  private let writer: Mutex<ItemWriter>
  private let nextExamination: Atomic<Int64>
  private let queue = DispatchQueue(label: "store")
  private let room = DispatchSemaphore(value: 2)
  private let failed = Mutex<StoreError?>(nil)
  private let onFailure: @Sendable () -> Void

  /// Begins the run, or goes on with it.
  ///
  /// `onFailure` is called once, when writing fails.
  package init(
    _ store: FindingStore, _ description: RunDescription, onFailure: @escaping @Sendable () -> Void
  ) throws(StoreError) {
    self.store = store
    self.description = description
    self.onFailure = onFailure
    let begun = try store.write { try RunBeginning($0, description, store.hasher) }
    number = begun.run
    recipe = begun.recipe
    isContinued = begun.isContinued
    name = begun.name
    let known = try store.read { try begun.knownItems($0) }
    self.known = known
    contentSizes = try store.read { try begun.contentSizes($0) }
    let next = try store.read { try begun.nextExamination($0) }
    nextExamination = Atomic(next)
    seen = Mutex([Bool](repeating: false, count: known.count))
    writer = Mutex(ItemWriter(run: begun.run, recipe: begun.recipe, hasher: store.hasher))
  }

  /// Why writing has failed; nothing more is written then.
  package var failure: StoreError? { failed.withLock { $0 } }

  // MARK: What is known

  /// Whether the item is as it was when it was examined last, by the same recipe.
  ///
  /// `hasLog` tells whether a write-ahead log lies beside it, which can change without its database.
  package func isUnchanged(_ path: FilePath, _ facts: FileFacts, hasLog: () -> Bool) -> Bool {
    guard let place = known.place(of: description.roots.real(path), facts) else { return false }
    if known.areDatabases[place], hasLog() { return false }
    seen.withLock { $0[place] = true }
    return true
  }

  /// Whether the store knows a content of so many bytes.
  package func mayHoldContent(ofByteCount byteCount: Int) -> Bool {
    contentSizes.contains(byteCount)
  }

  /// The ids of the states whose items were found unchanged, in order.
  var seenStates: [Int64] {
    let seen = seen.withLock { $0 }
    return known.stateIDs.indices.filter { seen[$0] }.map { known.stateIDs[$0] }.sorted()
  }

  // MARK: What is new

  /// Takes findings of a file that is still being read; those in its path are told with its record.
  package func take(_ findings: [Finding], in path: FilePath) {
    guard let first = findings.first, first.part != [.section(.path)] else { return }
    var file =
      openFiles.withLock { $0.removeValue(forKey: path) }
      ?? OpenFile(packer: FindingPacker(store.hasher))
    file.packer.take(findings)
    if file.packer.byteCount > Self.fileByteCount { writeEarly(&file) }
    openFiles.withLock { $0[path] = file }
  }

  /// Takes how a file ended.
  package func take(_ record: FileRecord) {
    let path = record.provenance.path
    var file = openFiles.withLock { $0.removeValue(forKey: path) }
    switch record.outcome {
    // Nothing is known of it that was not known before.
    case .notExamined(.interrupted), .notExamined(.vanished): return
    // It stands in the store as it is.
    case _ where record.isRecalled && record.digest == nil: return
    default: break
    }
    if var open = file, open.examination != nil {
      writeEarly(&open, isAtEnd: true)
      file = open
    }
    let blocks = file?.packer.takeBlocks(isAtEnd: true) ?? []
    let early = file?.examination
    add(
      ExaminedItem(
        path: description.roots.real(path), record: record,
        pathFindings: FindingPacker.pack(record.pathFindings, store.hasher),
        blocks: record.isRecalled ? [] : blocks, examination: early ?? newExamination(),
        hasEarlyBlocks: early != nil))
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
    onQueue { writer, database in
      for item in batch { try writer.write(item, in: database) }
    }
  }

  /// Writes the blocks of a file that has many, before its end is known.
  private func writeEarly(_ file: inout OpenFile, isAtEnd: Bool = false) {
    let examination =
      file.examination ?? newExamination()
    file.examination = examination
    let blocks = file.packer.takeBlocks(isAtEnd: isAtEnd)
    let firstNumber = file.blockCount
    let firstOrdinal = file.writtenCount
    file.blockCount += blocks.count
    file.writtenCount += blocks.reduce(0) { $0 + $1.count }
    onQueue { writer, database in
      try writer.write(
        blocks, examination: examination, firstNumber: firstNumber, firstOrdinal: firstOrdinal,
        in: database)
    }
  }

  private func newExamination() -> Int64 {
    nextExamination.add(1, ordering: .relaxed).oldValue
  }

  private func onQueue(
    _ body: @escaping @Sendable (inout ItemWriter, Database) throws -> Void
  ) {
    guard failure == nil else { return }
    room.wait()
    queue.async { [self] in
      defer { room.signal() }
      guard failure == nil else { return }
      do throws(StoreError) {
        try store.write { database in
          try writer.withLock { writer in
            try body(&writer, database)
            try writer.finish(in: database)
          }
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
    if !rest.isEmpty { write(rest) }
    queue.sync {}
    if let failure { throw failure }
    let ending = RunEnding(
      run: number, description: description, seen: Set(seenStates), summary: summary, time: time)
    try store.write { try ending.write(in: $0) }
  }
}
