/// What stands for a value where the value may not be kept: a keyed hash of its kind and its normal
/// form, the first 16 bytes of it.
///
/// Without the key it tells nothing, not even to one who tries all numbers that there are.
package struct ValueHash: Hashable, Sendable, Comparable {
  private let high: UInt64
  private let low: UInt64

  package static let byteCount = 16

  /// nil for any other number of bytes than 16.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    high = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    low = bytes[8...].reduce(0) { $0 << 8 | UInt64($1) }
  }

  package var bytes: [UInt8] {
    [high, low].flatMap { half in
      (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - 8 * $0)) }
    }
  }

  package static func < (left: ValueHash, right: ValueHash) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
