internal import CByteClasses

/// Knows by their first four folded bytes which words may begin a term; plain values, owned by
/// `TermTable`.
struct TermSieve {
  /// By the hash of the first four bytes of a term, a bit; then by that of whole terms of fewer.
  private let heads: UnsafeMutablePointer<UInt64>
  /// By the first two bytes of a term of fewer than four, a bit.
  private let shortPairs: UnsafeMutablePointer<UInt64>
  /// By the hash of the first four bytes of a term of four or five, a bit; by that of the first six of a
  /// longer one.
  private let briefHeads: UnsafeMutablePointer<UInt64>
  private let longHeads: UnsafeMutablePointer<UInt64>
  private let path: vp_path

  static let byteCount = 4
  private static let longByteCount = 6
  private static let wordCount = (1 << 16) / 64

  init(_ terms: [FoldedTerm], path: TriggerPath) {
    self.path = path.cValue
    heads = .allocate(capacity: 2 * Self.wordCount)
    heads.initialize(repeating: 0, count: 2 * Self.wordCount)
    shortPairs = .allocate(capacity: Self.wordCount)
    shortPairs.initialize(repeating: 0, count: Self.wordCount)
    briefHeads = .allocate(capacity: Self.wordCount)
    briefHeads.initialize(repeating: 0, count: Self.wordCount)
    longHeads = .allocate(capacity: Self.wordCount)
    longHeads.initialize(repeating: 0, count: Self.wordCount)
    for term in terms where !term.bytes.isEmpty { insert(term.bytes) }
  }

  private func insert(_ bytes: [UInt8]) {
    var head: UInt32 = 0
    for (place, byte) in bytes.prefix(Self.byteCount).enumerated() {
      head |= UInt32(byte) << UInt32(8 * place)
    }
    guard bytes.count < Self.byteCount else {
      set(Int(vp_term_hash(head)), in: heads)
      return insertLonger(bytes, head)
    }
    set(Int(vp_term_hash(head)), in: heads + Self.wordCount)
    // Anything may stand behind a term of one byte.
    let seconds = bytes.count > 1 ? bytes[1]...bytes[1] : UInt8.min...UInt8.max
    for second in seconds {
      set(Int(bytes[0]) | Int(second) << 8, in: shortPairs)
    }
  }

  private func insertLonger(_ bytes: [UInt8], _ head: UInt32) {
    guard bytes.count >= Self.longByteCount else {
      return set(Int(vp_term_hash(head)), in: briefHeads)
    }
    var longHead: UInt64 = 0
    for (place, byte) in bytes.prefix(Self.longByteCount).enumerated() {
      longHead |= UInt64(byte) << UInt64(8 * place)
    }
    set(Int(vp_long_term_hash(longHead)), in: longHeads)
  }

  private func set(_ bit: Int, in bits: UnsafeMutablePointer<UInt64>) {
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Gives the memory back; the sieve must not be used again.
  func free() {
    heads.deallocate()
    shortPairs.deallocate()
    briefHeads.deallocate()
    longHeads.deallocate()
  }

  /// Sets the bits of `starts` for the bytes of `range` at which a term may begin, the first lowest.
  ///
  /// Where bytes above ASCII stand there or before, it is not known whether a token begins.
  /// The bits of `sure` are those where one does whose first bytes are the sieve's.
  func findStarts(
    in range: Range<Int>, of text: UnsafeBufferPointer<UInt8>, _ starts: inout [UInt64],
    sure: inout [UInt64]
  ) {
    var sieve = vp_term_sieve(
      heads: heads, brief_heads: briefHeads, long_heads: longHeads, short_pairs: shortPairs)
    starts.withUnsafeMutableBufferPointer { starts in
      sure.withUnsafeMutableBufferPointer { sure in
        vp_term_starts(
          path, text.baseAddress, text.count, range.lowerBound, range.upperBound, &sieve,
          starts.baseAddress, sure.baseAddress)
      }
    }
  }

  /// Whether a term of four bytes or more may begin with these four.
  @inline(__always)
  func mayBegin(_ head: UInt32) -> Bool {
    let bit = Int(vp_term_hash(head))
    return heads[bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }

  /// Whether a term may be these bytes, fewer than four.
  @inline(__always)
  func mayBe(_ head: UInt32) -> Bool {
    let bit = Int(vp_term_hash(head))
    return heads[Self.wordCount &+ bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }
}
