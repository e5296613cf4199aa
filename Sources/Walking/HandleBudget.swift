import Glibc
import Synchronization

/// Counts the directories that one walk holds open, its own and those that found files refer to.
final class HandleBudget: Sendable {
  /// How many levels above the directory at hand stay open.
  let ancestorLimit: Int
  private let limit: Atomic<Int>
  private let openCount = Atomic(0)

  /// Takes a sixth of the descriptors that the process may still open, 4,096 at most: files,
  /// reports and threads need some too.
  init(freeDescriptorCount: Int = DescriptorCount.free) {
    let share = min(max(freeDescriptorCount / 6, 2), 4_096)
    limit = Atomic(share)
    ancestorLimit = min(share / 2, 64)
  }

  func open() {
    openCount.add(1, ordering: .relaxed)
  }

  func close() {
    openCount.subtract(1, ordering: .relaxed)
  }

  var hasRoom: Bool {
    openCount.load(ordering: .relaxed) < limit.load(ordering: .relaxed)
  }

  /// Waits until those who hold found files have let go of enough of them.
  ///
  /// Where nothing is let go for 10 seconds they may hold twice as many, so that one who keeps
  /// every found file slows the walk down but does not stop it.
  func awaitRoom() {
    for _ in 0..<10_000 {
      guard !hasRoom else { return }
      usleep(1_000)
    }
    limit.store(limit.load(ordering: .relaxed) * 2, ordering: .relaxed)
  }
}
