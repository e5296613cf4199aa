internal import Anchors

/// A set of bytes and the edge, for loops of this target.
struct ByteBits {
  private let words: SIMD4<UInt64>
  let hasEdge: Bool

  init(_ set: ByteSet) {
    words = set.low
    hasEdge = set.hasEdge
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1
  }
}
