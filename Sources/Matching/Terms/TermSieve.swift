internal import CByteClasses

/// Knows by their first four folded bytes which words may begin a term; plain values, owned by
/// `TermTable`.
struct TermSieve {
  /// By the hash of the first four bytes of a term, a bit; then by that of whole terms of fewer.
  private let heads: UnsafeMutablePointer<UInt64>
  /// By the first two bytes of a term of fewer than four, a bit.
  private let shortPairs: UnsafeMutablePointer<UInt64>

  static let byteCount = 4
  private static let wordCount = (1 << 16) / 64

  init(_ terms: [FoldedTerm]) {
    heads = .allocate(capacity: 2 * Self.wordCount)
    heads.initialize(repeating: 0, count: 2 * Self.wordCount)
    shortPairs = .allocate(capacity: Self.wordCount)
    shortPairs.initialize(repeating: 0, count: Self.wordCount)
    for term in terms where !term.bytes.isEmpty { insert(term.bytes) }
  }

  private func insert(_ bytes: [UInt8]) {
    var head: UInt32 = 0
    for (place, byte) in bytes.prefix(Self.byteCount).enumerated() {
      head |= UInt32(byte) << UInt32(8 * place)
    }
    let isShort = bytes.count < Self.byteCount
    set(Int(vp_term_hash(head)), in: isShort ? heads + Self.wordCount : heads)
    guard isShort else { return }
    // Anything may stand behind a term of one byte.
    let seconds = bytes.count > 1 ? bytes[1]...bytes[1] : UInt8.min...UInt8.max
    for second in seconds {
      set(Int(bytes[0]) | Int(second) << 8, in: shortPairs)
    }
  }

  private func set(_ bit: Int, in bits: UnsafeMutablePointer<UInt64>) {
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Gives the memory back; the sieve must not be used again.
  func free() {
    heads.deallocate()
    shortPairs.deallocate()
  }

  /// Sets the bits of `starts` for the bytes of `range` at which a term may begin, the first lowest.
  ///
  /// Where bytes above ASCII stand there or before, it is not known whether a token begins.
  func findStarts(
    in range: Range<Int>, of text: UnsafeBufferPointer<UInt8>, _ starts: inout [UInt64]
  ) {
    var sieve = vp_term_sieve(heads: heads, short_pairs: shortPairs)
    starts.withUnsafeMutableBufferPointer { starts in
      vp_term_starts(
        text.baseAddress, text.count, range.lowerBound, range.upperBound, &sieve,
        starts.baseAddress)
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
