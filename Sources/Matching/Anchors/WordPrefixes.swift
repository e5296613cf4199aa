internal import Anchors
internal import CByteClasses

/// The first bytes of the words at which some expression begins.
struct WordPrefixes {
  /// By first and second byte, a bit.
  private(set) var pairs = [UInt64](repeating: 0, count: 1 << 10)
  /// By the hash of three bytes, a bit.
  private(set) var triples = [UInt64](repeating: 0, count: 1 << 9)
  private(set) var first = ByteSet.none
  private(set) var second = ByteSet.none

  var isEmpty: Bool { first.isEmpty }

  /// Adds what the matches of an expression begin with.
  mutating func insert(_ beginnings: WordBeginnings) {
    for pair in beginnings.pairs {
      pairs[Int(pair >> 6)] |= 1 << UInt64(pair & 63)
      insert(UInt8(pair >> 8), UInt8(truncatingIfNeeded: pair))
    }
    for triple in beginnings.triples {
      let bytes = (0..<3).map { UInt8(truncatingIfNeeded: triple >> UInt32(8 * $0)) }
      let hash = Int(vp_triple_hash(bytes[0], bytes[1], bytes[2]))
      triples[hash >> 6] |= 1 << UInt64(hash & 63)
      insert(bytes[0], bytes[1])
    }
  }

  private mutating func insert(_ first: UInt8, _ second: UInt8) {
    self.first.insert(first)
    self.second.insert(second)
  }
}
