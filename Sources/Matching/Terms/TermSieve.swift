/// Knows by their first four folded bytes which words may begin a term; plain values, owned by
/// `TermTable`.
struct TermSieve {
  /// By the hash of the first four bytes of a term, a bit; then the same for terms of fewer bytes,
  /// whole.
  private let bits: UnsafeMutablePointer<UInt64>
  /// How many bytes the shortest of the shorter terms has; 4 where there are none.
  private let shortest: Int

  static let byteCount = 4
  private static let bitCount = 1 << 16

  init(_ terms: [FoldedTerm]) {
    bits = .allocate(capacity: 2 * Self.bitCount / 64)
    bits.initialize(repeating: 0, count: 2 * Self.bitCount / 64)
    var shortest = Self.byteCount
    for term in terms where !term.bytes.isEmpty {
      var head: UInt32 = 0
      for (place, byte) in term.bytes.prefix(Self.byteCount).enumerated() {
        head |= UInt32(byte) << UInt32(8 * place)
      }
      let isShort = term.bytes.count < Self.byteCount
      if isShort { shortest = min(shortest, term.bytes.count) }
      let bit = Self.hash(head) + (isShort ? Self.bitCount : 0)
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    self.shortest = shortest
  }

  /// Gives the memory back; the sieve must not be used again.
  func free() {
    bits.deallocate()
  }

  @inline(__always)
  private static func hash(_ head: UInt32) -> Int { Int((head &* 0x9E37_79B1) >> 16) }

  /// Whether a term of four bytes or more may begin with these four.
  @inline(__always)
  func mayBegin(_ head: UInt32) -> Bool {
    let bit = Self.hash(head)
    return bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// Whether a term may be these bytes, fewer than four.
  @inline(__always)
  func mayBe(_ head: UInt32, count: Int) -> Bool {
    guard count >= shortest else { return false }
    let bit = Self.hash(head) &+ Self.bitCount
    return bits[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }
}
