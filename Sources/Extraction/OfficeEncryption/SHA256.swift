/// The digest SHA-256.
///
/// Source: FIPS 180-4.
struct SHA256 {
  static let blockByteCount = 64

  private var state: [8 of UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB,
    0x5BE0_CD19,
  ]
  private var blockCount = 0

  static func digest(_ message: [UInt8]) -> [UInt8] {
    var digest = SHA256()
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
    var digest: [UInt8] = []
    for index in 0..<8 { digest.append(state[index], .big) }
    return digest
  }

  private static func compress(
    _ bytes: Span<UInt8>, at block: Int, _ state: inout [8 of UInt32]
  ) {
    var words: [64 of UInt32] = .init(repeating: 0)
    for index in 0..<16 { words[index] = bytes.bigUInt32(at: block + 4 * index) }
    for index in 16..<64 {
      let early = words[index - 15]
      let late = words[index - 2]
      let small = early.rotated(7) ^ early.rotated(18) ^ early >> 3
      let large = late.rotated(17) ^ late.rotated(19) ^ late >> 10
      words[index] = words[index - 16] &+ small &+ words[index - 7] &+ large
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      // Constants of this digest are the higher halves of those of SHA-512.
      let constant = UInt32(truncatingIfNeeded: SHA512.constants[index] >> 32)
      let first = (e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)) &+ (e & f ^ ~e & g)
      let sum = h &+ first &+ constant &+ words[index]
      let second = (a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)) &+ (a & b ^ a & c ^ b & c)
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ sum, c, b, a, sum &+ second)
    }
    let sums = [a, b, c, d, e, f, g, h]
    for index in 0..<8 { state[index] &+= sums[index] }
  }
}

extension UInt32 {
  /// The number with its bits moved to the right, around the end.
  fileprivate func rotated(_ count: UInt32) -> UInt32 { self &>> count | self &<< (32 &- count) }
}
