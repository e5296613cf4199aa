internal import Hashing

/// How a zip entry is encrypted with AES.
///
/// Source: WinZip, AES Encryption Information: Encryption Specification AE-1 and AE-2.
struct ZipAES: Hashable, Sendable {
  private static let checkByteCount = 2
  private static let authenticationByteCount = 10
  private static let roundCount = 1000

  private let keyByteCount: Int
  private var saltByteCount: Int { keyByteCount / 2 }

  /// 1 for a key of 128 bits, 2 for 192, 3 for 256; nil for any other.
  init?(strength: UInt8) {
    guard (1...3).contains(strength) else { return nil }
    keyByteCount = 8 + 8 * Int(strength)
  }

  /// What an entry was before it was encrypted, and whether it is proved to be the right one.
  struct Plain {
    var bytes: [UInt8]
    var isAuthentic: Bool
  }

  /// Nil where the password is another one, but for one of 65,536.
  func decrypt(_ packed: Span<UInt8>, password: [UInt8]) -> Plain? {
    let start = saltByteCount + Self.checkByteCount
    guard packed.count >= start + Self.authenticationByteCount else { return nil }
    let secret = PasswordHash.sha1(
      of: password, salt: packed.bytes(0..<saltByteCount), roundCount: Self.roundCount,
      byteCount: 2 * keyByteCount + Self.checkByteCount)
    guard packed.bytes(saltByteCount..<start) == Array(secret.suffix(Self.checkByteCount)),
      let cipher = AES(key: Array(secret.prefix(keyByteCount)))
    else { return nil }
    let end = packed.count - Self.authenticationByteCount
    let authentication = HMACSHA1(key: Array(secret[keyByteCount..<2 * keyByteCount]))
    let encrypted = packed.extracting(start..<end)
    return Plain(
      bytes: Self.decrypt(encrypted, cipher),
      isAuthentic: packed.bytes(end..<packed.count)
        == Array(authentication.code(of: encrypted).prefix(Self.authenticationByteCount)))
  }

  /// Each block is what encrypts its number, counted from 1, the lowest byte first.
  private static func decrypt(_ bytes: Span<UInt8>, _ cipher: AES) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var number: UInt64 = 1
    var position = 0
    while position < bytes.count {
      let pad = cipher.encrypt(
        (
          UInt32(truncatingIfNeeded: number).byteSwapped,
          UInt32(truncatingIfNeeded: number >> 32).byteSwapped, 0, 0
        ))
      let end = min(position + AES.blockByteCount, bytes.count)
      for word in [pad.0, pad.1, pad.2, pad.3] {
        var shift: UInt32 = 32
        while shift > 0, position < end {
          shift -= 8
          plain.append(bytes[position] ^ UInt8(truncatingIfNeeded: word >> shift))
          position += 1
        }
      }
      number += 1
    }
    return plain
  }
}
