/// What stands for a value where the value may not be kept: a keyed hash of its kind and its normal
/// form, the first 16 bytes of it.
///
/// Without the key it tells nothing, not even to one who tries all numbers that there are.
package struct ValueHash: Hashable, Sendable, Comparable {
  /// The first 8 bytes, the first of them the highest; then the others.
  package let high: UInt64
  package let low: UInt64

  package static let byteCount = 16

  /// nil for any other number of bytes than 16.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self = bytes.withUnsafeBytes { ValueHash(startOf: $0) }
  }

  /// The first 16 of the bytes.
  init(startOf bytes: UnsafeRawBufferPointer) {
    high = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
    low = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
  }

  package var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Self.byteCount) { buffer, count in
      write(to: UnsafeMutableRawBufferPointer(buffer))
      count = Self.byteCount
    }
  }

  /// Writes its bytes to room for 16.
  package func write(to room: UnsafeMutableRawBufferPointer) {
    room.storeBytes(of: high.bigEndian, as: UInt64.self)
    room.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
  }

  package static func < (left: ValueHash, right: ValueHash) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}
