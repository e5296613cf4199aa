/// The first bytes of the matches of an expression that begin with a word.
package struct WordBeginnings: Hashable, Sendable {
  /// First and second byte, one in each half; whatever follows.
  package let pairs: [UInt16]
  /// First, second and third byte, from the lowest byte up.
  package let triples: [UInt32]

  package init(pairs: [UInt16], triples: [UInt32]) {
    self.pairs = pairs
    self.triples = triples
  }

  /// Of one pair, more third bytes than this are not told apart.
  private static let mostThirds = 64
  private static let mostTriples = 1_500

  init(_ automata: [ExpressionAutomaton]) {
    var pairs: [UInt16] = []
    var triples: [UInt32] = []
    let front = AutomatonFront(startOf: automata)
    for byte in front.bytes.bytes {
      var second = front
      second.advance(over: ByteSet(byte))
      for next in second.bytes.bytes {
        var third = second
        third.advance(over: ByteSet(next))
        let pair = UInt16(byte) << 8 | UInt16(next)
        let thirds = third.bytes
        let bytes = thirds.bytes
        if thirds.hasEdge || bytes.count > Self.mostThirds
          || triples.count + bytes.count > Self.mostTriples
        {
          pairs.append(pair)
        } else {
          triples += bytes.map { UInt32(byte) | UInt32(next) << 8 | UInt32($0) << 16 }
        }
      }
    }
    self.pairs = pairs
    self.triples = triples
  }
}
