/// What the matches of an expression begin with, where a word is their trigger.
package struct WordBeginnings: Hashable, Sendable {
  /// The bytes that can come first, and second.
  package let first: ByteSet
  package let second: ByteSet
  /// Folded beginnings of 2 to 8 bytes, the first byte of each lowest: each match begins with one of them.
  package let prefixes: [UInt64]

  package init(first: ByteSet, second: ByteSet, prefixes: [UInt64]) {
    self.first = first
    self.second = second
    self.prefixes = prefixes
  }

  /// A byte as prefixes hold it: letters small, others joined with some that are not looked for.
  @inlinable
  package static func folded(_ byte: UInt8) -> UInt8 { byte | 0x20 }

  /// How many of the prefixes say no more than two bytes.
  var pairCount: Int { prefixes.count { Self.byteCount($0) == 2 } }

  /// How many bytes a prefix has: none of them is 0 once it is folded.
  @inlinable
  package static func byteCount(_ prefix: UInt64) -> Int { 8 - prefix.leadingZeroBitCount / 8 }

  /// A prefix of its bytes.
  package static func prefix(_ bytes: some BidirectionalCollection<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static let longestPrefix = 8
  /// Where more bytes than this can follow, a prefix ends.
  private static let mostFollowers = 16
  private static let mostPrefixes = 1_500

  init(_ automata: [ExpressionAutomaton]) {
    let front = AutomatonFront(startOf: automata)
    first = front.bytes
    var next = front
    next.advance(over: first)
    second = next.bytes
    var prefixes: [UInt64] = []
    var open: [(prefix: [UInt8], front: AutomatonFront)] = [([], front)]
    var taken = 0
    while taken < open.count {
      let (prefix, front) = open[taken]
      taken += 1
      let sets = Self.foldedSets(front.bytes)
      let isWide =
        sets.count > Self.mostFollowers || front.bytes.hasEdge
        || prefixes.count + open.count - taken > Self.mostPrefixes
      if prefix.count == Self.longestPrefix || (prefix.count >= 2 && isWide) {
        prefixes.append(Self.prefix(prefix))
        continue
      }
      for (byte, set) in sets {
        var next = front
        next.advance(over: set)
        open.append((prefix + [byte], next))
      }
    }
    self.prefixes = prefixes.sorted()
  }

  /// The bytes of a set by what they are folded to.
  private static func foldedSets(_ set: ByteSet) -> [(key: UInt8, value: ByteSet)] {
    var sets: [UInt8: ByteSet] = [:]
    for byte in set.bytes { sets[folded(byte), default: .none].insert(byte) }
    return sets.sorted { $0.key < $1.key }
  }
}
