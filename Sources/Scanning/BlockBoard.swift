internal import Dispatch
internal import Synchronization

/// Where threads that read large files offer blocks of text to those that have no file left.
///
/// It holds a bounded number of blocks for all of them. Threads without files sleep here until a
/// block is offered or no file is read any more.
final class BlockBoard: Sendable {
  private struct State {
    /// Blocks that nobody uses, and how many more may be made.
    var free: [TextBlock] = []
    var unmadeCount: Int
    /// Blocks to be searched, the oldest first.
    var offered: [TextBlock] = []
    var readingThreadCount = 0
    var helpingThreadCount = 0
    var sleepingThreadCount = 0
    var textCount = 0
  }

  private let state: Mutex<State>
  private let awake = DispatchSemaphore(value: 0)

  /// At most so many blocks for each thread, and one more.
  private static let blocksPerThread = 1

  init(threadCount: Int) {
    state = Mutex(State(unmadeCount: threadCount * Self.blocksPerThread + 1))
  }

  /// Counts the thread as one that may read files.
  func beginReading() {
    state.withLock { $0.readingThreadCount += 1 }
  }

  /// Ends that: the thread has no file left, nor has the scan.
  func endReading() {
    let sleepingCount = state.withLock { state in
      state.readingThreadCount -= 1
      state.helpingThreadCount += 1
      guard state.readingThreadCount == 0 else { return 0 }
      defer { state.sleepingThreadCount = 0 }
      return state.sleepingThreadCount
    }
    for _ in 0..<sleepingCount { awake.signal() }
  }

  /// The next block for a thread without files; nil where no file is read any more.
  ///
  /// Waits for it.
  func next() -> TextBlock? {
    while true {
      let (block, isAtEnd) = state.withLock { state -> (TextBlock?, Bool) in
        if !state.offered.isEmpty { return (state.offered.removeFirst(), false) }
        guard state.readingThreadCount > 0 else { return (nil, true) }
        state.sleepingThreadCount += 1
        return (nil, false)
      }
      if block != nil || isAtEnd { return block }
      awake.wait()
    }
  }

  /// A number for a text that no other of the scan has, from 1.
  func textNumber() -> Int {
    state.withLock { state in
      state.textCount += 1
      return state.textCount
    }
  }

  /// A block to fill; nil where all are in use or no thread is there to help.
  func freeBlock() -> TextBlock? {
    state.withLock { state in
      guard state.helpingThreadCount > 0 else { return nil }
      if let block = state.free.popLast() { return block }
      guard state.unmadeCount > 0 else { return nil }
      state.unmadeCount -= 1
      return TextBlock()
    }
  }

  /// Offers a block that was filled.
  func offer(_ block: TextBlock) {
    let wakes = state.withLock { state in
      state.offered.append(block)
      guard state.sleepingThreadCount > 0 else { return false }
      state.sleepingThreadCount -= 1
      return true
    }
    if wakes { awake.signal() }
  }

  /// Takes the first of the blocks that no thread has taken yet; nil where all are taken.
  func takeBack(of blocks: [TextBlock]) -> TextBlock? {
    state.withLock { state in
      for block in blocks {
        guard let index = state.offered.firstIndex(where: { $0 === block }) else { continue }
        return state.offered.remove(at: index)
      }
      return nil
    }
  }

  /// Gives back a block that is needed no more.
  func giveBack(_ block: TextBlock) {
    state.withLock { $0.free.append(block) }
  }
}
