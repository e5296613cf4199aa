internal import Dispatch
internal import Glibc
internal import Synchronization

/// Holds the threads of a scan to a rate of reading that they share.
package final class Throttle: Sendable {
  private let bucket: Mutex<TokenBucket>

  /// Lets pass at most `bytesPerSecond`, which is more than 0.
  package init(bytesPerSecond: Int) {
    bucket = Mutex(
      TokenBucket(bytesPerSecond: bytesPerSecond, at: DispatchTime.now().uptimeNanoseconds))
  }

  /// Waits as long as the bytes that were read ask for; not longer than the scan goes on.
  func wait(afterReading count: Int, _ progress: ScanProgress) {
    let now = DispatchTime.now().uptimeNanoseconds
    var rest = bucket.withLock { $0.take(count, at: now) } / 1_000
    while rest > 0, !progress.isCancelled {
      let pause = min(rest, Self.longestPause)
      usleep(UInt32(pause))
      rest -= pause
    }
  }

  /// How long a scan that is to stop may sleep on, in microseconds.
  private static let longestPause: UInt64 = 50_000
}
