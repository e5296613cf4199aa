internal import Anchors
internal import CByteClasses

/// What the words at which some expression begins look like, for the classifier and for the search.
struct WordPrefixes {
  /// A prefix of at most eight folded bytes, the first of them lowest, and the variant whose it is.
  struct Prefix {
    let bytes: UInt64
    let variant: Int
  }

  /// By second and first byte as they are, a bit.
  private(set) var pairs = [UInt64](repeating: 0, count: 1 << 10)
  /// By the hash of three folded bytes, a bit; of five.
  private(set) var triples = [UInt64](repeating: 0, count: 1 << 9)
  private(set) var fives = [UInt64](repeating: 0, count: 1 << 10)
  private(set) var first = ByteSet.none
  private(set) var second = ByteSet.none
  private(set) var all: [Prefix] = []
  /// The bytes of the shortest.
  private(set) var shortest = 8

  var isEmpty: Bool { first.isEmpty }

  /// Adds what the matches of the variant with this number begin with.
  mutating func insert(_ beginnings: WordBeginnings, variant: Int) {
    first = first.union(beginnings.first)
    second = second.union(beginnings.second)
    for prefix in beginnings.prefixes {
      let byteCount = WordBeginnings.byteCount(prefix)
      all.append(Prefix(bytes: prefix, variant: variant))
      shortest = min(shortest, byteCount)
      switch byteCount {
      case ..<3: insertPair(prefix, of: beginnings)
      case ..<5: Self.set(vp_triple_hash(prefix), in: &triples)
      default: Self.set(vp_five_hash(prefix), in: &fives)
      }
    }
  }

  /// So short a prefix says little: its capitals are told from small letters.
  private mutating func insertPair(_ prefix: UInt64, of beginnings: WordBeginnings) {
    for first in beginnings.first.bytes where UInt64(WordBeginnings.folded(first)) == prefix & 0xFF
    {
      for second in beginnings.second.bytes
      where UInt64(WordBeginnings.folded(second)) == prefix >> 8 {
        Self.set(UInt64(second) << 8 | UInt64(first), in: &pairs)
      }
    }
  }

  private static func set(_ number: UInt64, in bits: inout [UInt64]) {
    bits[Int(number >> 6)] |= 1 << (number & 63)
  }

  /// Up to eight bytes from `position` on, folded as prefixes are, the first of them lowest.
  @inline(__always)
  static func folded(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var bytes: UInt64 = 0
    if position &+ 8 <= text.count, let base = text.baseAddress {
      bytes = UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self).littleEndian
    } else {
      for index in (position..<text.count).reversed() { bytes = bytes << 8 | UInt64(text[index]) }
    }
    return bytes | 0x2020_2020_2020_2020
  }
}
