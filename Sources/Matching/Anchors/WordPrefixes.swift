internal import Anchors
internal import CByteClasses

/// What the words at which some expression begins look like, for the classifier and for the search.
struct WordPrefixes {
  /// A prefix of at most eight bytes, folded but for the first, which is the lowest, and the variant whose
  /// it is.
  ///
  /// Most words that begin with a capital in an expression begin with a small letter in texts.
  struct Prefix {
    let bytes: UInt64
    let variant: Int
  }

  /// By second and first byte as they are, a bit.
  private(set) var pairs = [UInt64](repeating: 0, count: 1 << 10)
  /// By the hash of three bytes, folded but for the first, a bit; of five.
  private(set) var triples = [UInt64](repeating: 0, count: 1 << 9)
  private(set) var fives = [UInt64](repeating: 0, count: 1 << 10)
  private(set) var first = ByteSet.none
  private(set) var second = ByteSet.none
  private(set) var all: [Prefix] = []

  var isEmpty: Bool { first.isEmpty }

  /// Adds what the matches of the variant with this number begin with.
  mutating func insert(_ beginnings: WordBeginnings, variant: Int) {
    first = first.union(beginnings.first)
    second = second.union(beginnings.second)
    let firsts = beginnings.first.bytes
    for prefix in beginnings.prefixes {
      let byteCount = WordBeginnings.byteCount(prefix)
      for first in firsts where UInt64(WordBeginnings.folded(first)) == prefix & 0xFF {
        let bytes = prefix & ~0xFF | UInt64(first)
        all.append(Prefix(bytes: bytes, variant: variant))
        switch byteCount {
        case ..<3: insertPair(bytes, of: beginnings)
        case ..<5: Self.set(vp_triple_hash(bytes), in: &triples)
        default: Self.set(vp_five_hash(bytes), in: &fives)
        }
      }
    }
  }

  /// So short a prefix says little: its second byte is told from others too.
  private mutating func insertPair(_ prefix: UInt64, of beginnings: WordBeginnings) {
    for second in beginnings.second.bytes
    where UInt64(WordBeginnings.folded(second)) == prefix >> 8 {
      Self.set(UInt64(second) << 8 | prefix & 0xFF, in: &pairs)
    }
  }

  private static func set(_ number: UInt64, in bits: inout [UInt64]) {
    bits[Int(number >> 6)] |= 1 << (number & 63)
  }

  /// Up to eight bytes from `position` on, folded as prefixes are, the first of them lowest.
  @inline(__always)
  static func bytes(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var bytes: UInt64 = 0
    if position &+ 8 <= text.count, let base = text.baseAddress {
      bytes = UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self).littleEndian
    } else {
      for index in (position..<text.count).reversed() { bytes = bytes << 8 | UInt64(text[index]) }
    }
    return bytes | 0x2020_2020_2020_2000
  }
}
