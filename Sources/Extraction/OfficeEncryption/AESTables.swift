/// The tables of AES, made once from the arithmetic that they stand for.
///
/// Source: FIPS 197, 4 and 5.
final class AESTables: Sendable {
  static let shared = AESTables()

  /// What SubBytes makes of a byte, and back.
  private static let substitutes = makeSubstitutes()
  private let inverse: [256 of UInt8]
  /// The inverse of SubBytes and MixColumns for the highest byte of a word.
  private let mixes: [256 of UInt32]
  /// SubBytes and MixColumns for the highest byte of a word.
  private let forwardMixes: [256 of UInt32]

  private init() {
    var inverse: [256 of UInt8] = .init(repeating: 0)
    for byte in 0..<256 { inverse[Int(Self.substitutes[byte])] = UInt8(byte) }
    self.inverse = inverse
    var mixes: [256 of UInt32] = .init(repeating: 0)
    for byte in 0..<256 {
      let one = inverse[byte]
      let two = Self.double(one)
      let four = Self.double(two)
      let eight = Self.double(four)
      mixes[byte] =
        UInt32(eight ^ four ^ two) << 24 | UInt32(eight ^ one) << 16
        | UInt32(eight ^ four ^ one) << 8 | UInt32(eight ^ two ^ one)
    }
    self.mixes = mixes
    var forwardMixes: [256 of UInt32] = .init(repeating: 0)
    for byte in 0..<256 {
      let one = Self.substitutes[byte]
      let two = Self.double(one)
      forwardMixes[byte] =
        UInt32(two) << 24 | UInt32(one) << 16 | UInt32(one) << 8 | UInt32(two ^ one)
    }
    self.forwardMixes = forwardMixes
  }

  /// One word of a round of encryption, of the words that ShiftRows takes it from.
  func mixedForward(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt32 {
    let first = forwardMixes[Int(a >> 24)]
    let second = forwardMixes[Int(b >> 16 & 0xFF)]
    let third = forwardMixes[Int(c >> 8 & 0xFF)]
    let fourth = forwardMixes[Int(d & 0xFF)]
    return first ^ (second >> 8 | second << 24) ^ (third >> 16 | third << 16)
      ^ (fourth >> 24 | fourth << 8)
  }

  /// One word of a round: InvShiftRows has put the four words in order.
  func mixed(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt32 {
    let first = mixes[Int(a >> 24)]
    let second = mixes[Int(b >> 16 & 0xFF)]
    let third = mixes[Int(c >> 8 & 0xFF)]
    let fourth = mixes[Int(d & 0xFF)]
    return first ^ (second >> 8 | second << 24) ^ (third >> 16 | third << 16)
      ^ (fourth >> 24 | fourth << 8)
  }

  /// One word of the last round, which mixes no columns.
  func unmixed(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt32 {
    UInt32(inverse[Int(a >> 24)]) << 24 | UInt32(inverse[Int(b >> 16 & 0xFF)]) << 16
      | UInt32(inverse[Int(c >> 8 & 0xFF)]) << 8 | UInt32(inverse[Int(d & 0xFF)])
  }

  /// The inverse of MixColumns for a word.
  func inverseMix(_ word: UInt32) -> UInt32 {
    let substituted = Self.substitute(word)
    return mixed(substituted, substituted, substituted, substituted)
  }

  /// SubBytes for the four bytes of a word.
  static func substitute(_ word: UInt32) -> UInt32 {
    UInt32(substitutes[Int(word >> 24)]) << 24 | UInt32(substitutes[Int(word >> 16 & 0xFF)]) << 16
      | UInt32(substitutes[Int(word >> 8 & 0xFF)]) << 8 | UInt32(substitutes[Int(word & 0xFF)])
  }

  /// The byte times two in the field of AES.
  static func double(_ byte: UInt8) -> UInt8 { byte << 1 ^ (byte & 0x80 != 0 ? 0x1B : 0) }

  /// Goes through the field by powers of 3, and through their inverses.
  private static func makeSubstitutes() -> [256 of UInt8] {
    var substitutes: [256 of UInt8] = .init(repeating: 0x63)
    var power: UInt8 = 1
    var inverse: UInt8 = 1
    repeat {
      power ^= double(power)
      // Divided by 3.
      inverse ^= inverse << 1
      inverse ^= inverse << 2
      inverse ^= inverse << 4
      if inverse & 0x80 != 0 { inverse ^= 0x09 }
      func rotated(_ count: UInt8) -> UInt8 { inverse << count | inverse >> (8 - count) }
      substitutes[Int(power)] =
        inverse ^ rotated(1) ^ rotated(2) ^ rotated(3) ^ rotated(4) ^ 0x63
    } while power != 1
    return substitutes
  }
}
