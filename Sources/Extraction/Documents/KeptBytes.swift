/// The bytes of a text: its first, and what a source gives behind them, up to 32 MB in all.
final class KeptBytes {
  /// nil where they are more than the limit.
  private(set) var bytes: [UInt8]?

  private static let limit = 32 << 20

  init(behind head: [UInt8]) {
    bytes = head
  }

  func add(_ next: UnsafeRawBufferPointer) {
    guard let count = bytes?.count else { return }
    if count + next.count <= Self.limit { bytes?.append(contentsOf: next) } else { bytes = nil }
  }
}
