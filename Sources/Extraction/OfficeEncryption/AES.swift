/// The block cipher AES, with keys of 128, 192 or 256 bits.
///
/// Tables depend on the data, so it is not safe against those who measure time; nobody does while a
/// document is read.
///
/// Source: FIPS 197, 5.3.5.
struct AES {
  static let blockByteCount = 16

  /// The keys of the rounds in the order of decryption, four words each.
  private let roundKeys: [UInt32]
  /// The same for encryption.
  private let forwardKeys: [UInt32]

  /// Nil for a key of another length.
  init?(key: [UInt8]) {
    guard [16, 24, 32].contains(key.count) else { return nil }
    let wordCount = key.count / 4
    let roundCount = wordCount + 6
    var words: [UInt32] = (0..<wordCount).map { key.span.bigUInt32(at: 4 * $0) }
    var roundConstant: UInt8 = 1
    for index in wordCount..<4 * (roundCount + 1) {
      var word = words[index - 1]
      if index % wordCount == 0 {
        word = AESTables.substitute(word << 8 | word >> 24) ^ UInt32(roundConstant) << 24
        roundConstant = AESTables.double(roundConstant)
      } else if wordCount > 6, index % wordCount == 4 {
        word = AESTables.substitute(word)
      }
      words.append(words[index - wordCount] ^ word)
    }
    var keys: [UInt32] = []
    for round in (0...roundCount).reversed() {
      for word in words[4 * round..<4 * round + 4] {
        keys.append(
          round == 0 || round == roundCount ? word : AESTables.shared.inverseMix(word))
      }
    }
    roundKeys = keys
    forwardKeys = words
  }

  /// Encrypts a block of four words.
  ///
  /// Source: FIPS 197, 5.1.
  func encrypt(
    _ block: (UInt32, UInt32, UInt32, UInt32)
  ) -> (UInt32, UInt32, UInt32, UInt32) {
    let tables = AESTables.shared
    let keys = forwardKeys.span
    var a = block.0 ^ keys[0]
    var b = block.1 ^ keys[1]
    var c = block.2 ^ keys[2]
    var d = block.3 ^ keys[3]
    var key = 4
    while key < keys.count - 4 {
      let first = tables.mixedForward(a, b, c, d) ^ keys[key]
      let second = tables.mixedForward(b, c, d, a) ^ keys[key + 1]
      let third = tables.mixedForward(c, d, a, b) ^ keys[key + 2]
      d = tables.mixedForward(d, a, b, c) ^ keys[key + 3]
      (a, b, c) = (first, second, third)
      key += 4
    }
    return (
      AESTables.substitute(.shifted(a, b, c, d)) ^ keys[key],
      AESTables.substitute(.shifted(b, c, d, a)) ^ keys[key + 1],
      AESTables.substitute(.shifted(c, d, a, b)) ^ keys[key + 2],
      AESTables.substitute(.shifted(d, a, b, c)) ^ keys[key + 3]
    )
  }

  /// Decrypts whole blocks, each for itself; what is left at the end is dropped.
  func decrypt(_ bytes: Span<UInt8>) -> [UInt8] {
    decrypt(bytes, chainedTo: [])
  }

  /// Decrypts whole blocks that are chained (CBC), the first one to `start`.
  func decrypt(_ bytes: Span<UInt8>, chainedTo start: [UInt8]) -> [UInt8] {
    let tables = AESTables.shared
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var previous: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    let isChained = start.count >= 16
    if isChained { previous = start.span.block(at: 0) }
    var position = 0
    while position + Self.blockByteCount <= bytes.count {
      let block = bytes.block(at: position)
      let words = decrypt(block, tables)
      plain.append(words.0 ^ previous.0, .big)
      plain.append(words.1 ^ previous.1, .big)
      plain.append(words.2 ^ previous.2, .big)
      plain.append(words.3 ^ previous.3, .big)
      if isChained { previous = block }
      position += Self.blockByteCount
    }
    return plain
  }

  private func decrypt(
    _ block: (UInt32, UInt32, UInt32, UInt32), _ tables: AESTables
  ) -> (UInt32, UInt32, UInt32, UInt32) {
    let keys = roundKeys.span
    var a = block.0 ^ keys[0]
    var b = block.1 ^ keys[1]
    var c = block.2 ^ keys[2]
    var d = block.3 ^ keys[3]
    var key = 4
    while key < keys.count - 4 {
      let first = tables.mixed(a, d, c, b) ^ keys[key]
      let second = tables.mixed(b, a, d, c) ^ keys[key + 1]
      let third = tables.mixed(c, b, a, d) ^ keys[key + 2]
      d = tables.mixed(d, c, b, a) ^ keys[key + 3]
      (a, b, c) = (first, second, third)
      key += 4
    }
    return (
      tables.unmixed(a, d, c, b) ^ keys[key], tables.unmixed(b, a, d, c) ^ keys[key + 1],
      tables.unmixed(c, b, a, d) ^ keys[key + 2], tables.unmixed(d, c, b, a) ^ keys[key + 3]
    )
  }
}

extension Span<UInt8> {
  fileprivate func block(at position: Int) -> (UInt32, UInt32, UInt32, UInt32) {
    (
      bigUInt32(at: position), bigUInt32(at: position + 4), bigUInt32(at: position + 8),
      bigUInt32(at: position + 12)
    )
  }
}

extension UInt32 {
  /// A word of bytes that ShiftRows takes from four.
  fileprivate static func shifted(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt32 {
    a & 0xFF00_0000 | b & 0x00FF_0000 | c & 0x0000_FF00 | d & 0x0000_00FF
  }
}
