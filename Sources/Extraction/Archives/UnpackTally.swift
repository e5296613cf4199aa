import ScanModel

/// Counts what an archive unpacks to, and keeps why unpacking stopped.
final class UnpackTally {
  let context: ExtractionContext
  /// The bytes of the archive itself.
  let packedByteCount: Int
  /// Why unpacking stopped before its end; nil as long as it did not.
  var failure: PartialReason?
  private var byteCount = 0

  init(_ context: ExtractionContext, packedByteCount: Int) {
    self.context = context
    self.packedByteCount = packedByteCount
  }

  /// Counts bytes that were unpacked; false, with `failure` set, where that is too much.
  func take(_ count: Int) -> Bool {
    byteCount += count
    guard context.spend(unpacked: count),
      context.allowsRatio(unpacked: byteCount, packed: packedByteCount)
    else {
      failure = .limit
      return false
    }
    return true
  }
}
