/// The digest SHA-1.
///
/// Source: RFC 3174.
struct SHA1 {
  static let blockByteCount = 64
  static let digestByteCount = 20

  private var state: [5 of UInt32] = [
    0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0,
  ]
  private var blockCount = 0

  static func digest(_ message: [UInt8]) -> [UInt8] {
    var digest = SHA1()
    return digest.finish(message)
  }

  /// Digests whole blocks, behind which more follows; what is left at the end is dropped.
  mutating func add(_ bytes: Span<UInt8>) {
    var block = 0
    while block + Self.blockByteCount <= bytes.count {
      Self.compress(bytes, at: block, &state)
      block += Self.blockByteCount
    }
    blockCount += block / Self.blockByteCount
  }

  /// The digest of everything, which ends with `message`.
  mutating func finish(_ message: [UInt8]) -> [UInt8] {
    let padded = message.padded(
      toBlocksOf: Self.blockByteCount, lengthByteCount: 8, .big,
      behind: blockCount * Self.blockByteCount)
    add(padded.span)
    var digest = [UInt8](repeating: 0, count: Self.digestByteCount)
    for index in digest.indices {
      let shift = UInt32(24 - 8 * (index & 3))
      digest[index] = UInt8(truncatingIfNeeded: state[index >> 2] >> shift)
    }
    return digest
  }

  private static func compress(
    _ bytes: Span<UInt8>, at block: Int, _ state: inout [5 of UInt32]
  ) {
    var words: [80 of UInt32] = .init(repeating: 0)
    for index in 0..<16 { words[index] = bytes.bigUInt32(at: block + 4 * index) }
    for index in 16..<80 {
      let word = words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]
      words[index] = word << 1 | word >> 31
    }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    func round(_ mixed: UInt32, _ constant: UInt32, _ word: UInt32) {
      let sum = (a << 5 | a >> 27) &+ mixed &+ e &+ constant &+ word
      (e, d, c, b, a) = (d, c, b << 30 | b >> 2, a, sum)
    }
    for index in 0..<20 { round(b & c | ~b & d, 0x5A82_7999, words[index]) }
    for index in 20..<40 { round(b ^ c ^ d, 0x6ED9_EBA1, words[index]) }
    for index in 40..<60 { round(b & c | b & d | c & d, 0x8F1B_BCDC, words[index]) }
    for index in 60..<80 { round(b ^ c ^ d, 0xCA62_C1D6, words[index]) }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
  }
}
