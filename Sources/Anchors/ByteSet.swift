/// A set of bytes, and of the place where a text has no byte: before its start or behind its end.
package struct ByteSet: Hashable, Sendable {
  package private(set) var low: SIMD4<UInt64>
  /// Whether the place without a byte is in the set.
  package private(set) var hasEdge: Bool

  package init(_ low: SIMD4<UInt64>, hasEdge: Bool) {
    self.low = low
    self.hasEdge = hasEdge
  }

  package static let none = ByteSet(.zero, hasEdge: false)
  /// Every byte, not the edge.
  static let anyByte = ByteSet(.init(repeating: .max), hasEdge: false)
  /// Every byte and the edge.
  package static let all = ByteSet(.init(repeating: .max), hasEdge: true)
  static let edge = ByteSet(.zero, hasEdge: true)

  package static let digits = ByteSet(0x30...0x39)
  static let capitals = ByteSet(0x41...0x5A)
  static let smallLetters = ByteSet(0x61...0x7A)
  static let letters = capitals.union(smallLetters)
  /// ASCII letters, digits and `_`.
  static let wordBytes = letters.union(digits).union(ByteSet(0x5F...0x5F))
  static let nonASCII = ByteSet(0x80...0xFF)
  /// First bytes of characters outside ASCII in UTF-8.
  static let leadBytes = ByteSet(0xC2...0xF4)
  static let continuationBytes = ByteSet(0x80...0xBF)

  package init(_ range: ClosedRange<UInt8>) {
    self = .none
    for byte in range { insert(byte) }
  }

  package init(_ byte: UInt8) {
    self = .none
    insert(byte)
  }

  package mutating func insert(_ byte: UInt8) {
    low[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
  }

  @inlinable
  package func contains(_ byte: UInt8) -> Bool {
    low[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1
  }

  /// Whether it holds neither a byte nor the edge.
  package var isEmpty: Bool { low == .zero && !hasEdge }

  /// Whether it holds no byte.
  package var hasNoByte: Bool { low == .zero }

  /// Whether it holds one byte, and not the edge.
  var isOneByte: Bool {
    !hasEdge
      && low.x.nonzeroBitCount + low.y.nonzeroBitCount + low.z.nonzeroBitCount
        + low.w.nonzeroBitCount == 1
  }

  /// The bytes, ascending.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for word in 0..<4 {
      var bits = low[word]
      while bits != 0 {
        bytes.append(UInt8(word << 6 + bits.trailingZeroBitCount))
        bits &= bits &- 1
      }
    }
    return bytes
  }

  package func union(_ other: ByteSet) -> ByteSet {
    ByteSet(low | other.low, hasEdge: hasEdge || other.hasEdge)
  }

  package func intersection(_ other: ByteSet) -> ByteSet {
    ByteSet(low & other.low, hasEdge: hasEdge && other.hasEdge)
  }

  func isSubset(of other: ByteSet) -> Bool {
    low & ~other.low == .zero && (!hasEdge || other.hasEdge)
  }

  /// Everything that is not in the set, of bytes and the edge.
  var inverted: ByteSet { ByteSet(~low, hasEdge: !hasEdge) }

  /// The bytes that are not in the set; never the edge.
  var otherBytes: ByteSet { ByteSet(~low, hasEdge: false) }

  /// With the other case of every ASCII letter in it.
  var caseless: ByteSet {
    // Both cases of a letter lie in the second word, 32 bits apart.
    let lettersOfWord: UInt64 = 0x07FF_FFFE
    let either = (low[1] | low[1] >> 32) & lettersOfWord
    var folded = self
    folded.low[1] |= either | either << 32
    return folded
  }
}
