/// Grants so many bytes a second; what is not used within a quarter of a second is lost.
///
/// The clock is that of the caller, in nanoseconds from any start.
struct TokenBucket {
  private let bytesPerSecond: Double
  /// How many bytes may be taken without waiting; below 0 where more were taken than granted.
  private var byteCount: Double
  private var time: UInt64

  private static let longestWait = 1e18

  init(bytesPerSecond: Int, at time: UInt64) {
    self.bytesPerSecond = Double(bytesPerSecond)
    self.time = time
    byteCount = self.bytesPerSecond / 4
  }

  /// Takes bytes that were read; returns how long to wait before more are read, in nanoseconds;
  /// 30 years at most.
  mutating func take(_ count: Int, at now: UInt64) -> UInt64 {
    if now > time {
      let granted = Double(now - time) / 1e9 * bytesPerSecond
      byteCount = min(byteCount + granted, bytesPerSecond / 4)
      time = now
    }
    byteCount -= Double(count)
    return byteCount < 0 ? UInt64(min(-byteCount / bytesPerSecond * 1e9, Self.longestWait)) : 0
  }
}
