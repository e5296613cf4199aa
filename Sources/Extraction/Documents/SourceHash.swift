internal import Cryptography
internal import ScanModel

/// The hash of a member: of its first bytes, and of what a source gives behind them.
final class SourceHash {
  private var hasher = ContentHasher()
  private let head: [UInt8]
  private var isBegun = false
  private var isAtEnd = false
  private(set) var byteCount: Int
  private let isWanted: Bool

  /// `isWanted` says whether anything is to be hashed.
  init(behind head: [UInt8], isWanted: Bool) {
    self.head = head
    byteCount = head.count
    self.isWanted = isWanted
  }

  func add(_ bytes: UnsafeRawBufferPointer) {
    guard isWanted else { return }
    guard bytes.count > 0 else { return isAtEnd = true }
    if !isBegun { head.withUnsafeBytes { hasher.update($0) } }
    isBegun = true
    byteCount += bytes.count
    hasher.update(bytes)
  }

  /// Of all bytes; nil where the source was not read to its end.
  var digest: ContentDigest? {
    guard isWanted, isAtEnd else { return nil }
    return isBegun ? hasher.digest : ContentHasher.digest(of: head)
  }
}
