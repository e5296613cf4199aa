internal import ScanModel
internal import Synchronization
internal import Walking

/// What a walk has come across and no thread has taken yet; never the whole of it.
///
/// No thread only walks: one that takes the last but some walks on for all, and goes on with what
/// it took. Two locks keep it short: the others take what waits while one of them walks.
final class WorkList: Sendable {
  private struct Walk: ~Copyable {
    var walker: Walker
    var isAtEnd = false
    var found: [WalkEvent] = []
  }

  private let walk: Mutex<Walk>
  private let waiting = Mutex(BoundedQueue<WalkEvent>(capacity: lowCount + batchCount))
  private let ledger: Ledger
  private let progress: ScanProgress

  /// As soon as no more than these wait, somebody walks on.
  private static let lowCount = 128
  /// At most so many are found before the others may take them.
  private static let batchCount = 64

  init(_ walker: consuming sending Walker, ledger: Ledger, progress: ScanProgress) {
    walk = Mutex(Walk(walker: walker))
    self.ledger = ledger
    self.progress = progress
  }

  /// Takes what has waited longest, a file or what cannot be one; nil at the end of the walk.
  ///
  /// Files are listed in the ledger before they are taken.
  func next() -> WalkEvent? {
    while true {
      let (event, count) = waiting.withLock { ($0.removeFirst(), $0.count) }
      if let event {
        if count <= Self.lowCount { _ = walk.withLockIfAvailable { walkOn(&$0, holding: 1) } }
        return event
      }
      // Walks on, or waits for the thread that does.
      let isAtEnd = walk.withLock { walk in
        walkOn(&walk, holding: 0)
        return walk.isAtEnd
      }
      if isAtEnd, waitingCount == 0 { return nil }
    }
  }

  private var waitingCount: Int { waiting.withLock(\.count) }

  /// Finds more unless enough waits; the caller holds `heldCount` files meanwhile.
  private func walkOn(_ walk: inout Walk, holding heldCount: Int) {
    guard !walk.isAtEnd, !progress.isCancelled else {
      walk.isAtEnd = true
      return
    }
    let waitingCount = waitingCount
    guard waitingCount <= Self.lowCount else { return }
    while walk.found.count < Self.batchCount {
      // Waiting for files to be let go makes sense only where all of them are with other threads.
      guard walk.walker.hasRoom || heldCount + waitingCount + walk.found.count == 0 else { break }
      guard let event = walk.walker.next() else {
        walk.isAtEnd = true
        break
      }
      walk.found.append(event)
    }
    ledger.list(walk.found.count { $0.isListed })
    waiting.withLock { waiting in
      for event in walk.found { waiting.append(event) }
    }
    walk.found.removeAll(keepingCapacity: true)
  }
}

extension WalkEvent {
  /// Whether it counts as a file that must end.
  fileprivate var isListed: Bool {
    switch self {
    case .file, .notExamined: true
    case .leftOut: false
    }
  }
}
