internal import Anchors
internal import CByteClasses

/// What the words at which some expression begins look like, for the classifier and for the search.
struct WordPrefixes {
  /// By first and second byte, folded, a bit.
  private(set) var pairs = [UInt64](repeating: 0, count: 1 << 10)
  /// By the hash of three folded bytes, a bit.
  private(set) var triples = [UInt64](repeating: 0, count: 1 << 9)
  private(set) var first = ByteSet.none
  private(set) var second = ByteSet.none
  /// A tree of folded bytes; number 0 is its root.
  private(set) var nodes = [Node()]

  struct Node {
    /// By folded byte, the next node.
    var next: [UInt8: Int] = [:]
    /// The variants whose prefix ends here.
    var variants: [Int] = []
  }

  var isEmpty: Bool { first.isEmpty }

  /// Adds what the matches of the variant with this number begin with.
  mutating func insert(_ beginnings: WordBeginnings, variant: Int) {
    first = first.union(beginnings.first)
    second = second.union(beginnings.second)
    for prefix in beginnings.prefixes {
      if prefix.count == 2 {
        let pair = Int(prefix[0]) << 8 | Int(prefix[1])
        pairs[pair >> 6] |= 1 << UInt64(pair & 63)
      } else {
        let hash = Int(vp_triple_hash(prefix[0], prefix[1], prefix[2]))
        triples[hash >> 6] |= 1 << UInt64(hash & 63)
      }
      var node = 0
      for byte in prefix {
        if let next = nodes[node].next[byte] {
          node = next
        } else {
          nodes[node].next[byte] = nodes.count
          node = nodes.count
          nodes.append(Node())
        }
      }
      nodes[node].variants.append(variant)
    }
  }
}
