internal import Cryptography

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

  /// Blocks are numbered from 1, the lowest byte first; each is what its number becomes when encrypted.
  private static func decrypt(_ bytes: Span<UInt8>, _ cipher: AES) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var numbers: [UInt8] = []
    var number: UInt64 = 1
    while plain.count < bytes.count {
      let start = plain.count
      let end = min(start + blocksAtOnce * AES.blockByteCount, bytes.count)
      numbers.removeAll(keepingCapacity: true)
      while numbers.count < end - start {
        withUnsafeBytes(of: number.littleEndian) { numbers.append(contentsOf: $0) }
        numbers.append(contentsOf: repeatElement(0, count: 8))
        number += 1
      }
      let pad = cipher.encrypt(numbers.span)
      for index in start..<end { plain.append(bytes[index] ^ pad[index - start]) }
    }
    return plain
  }

  private static let blocksAtOnce = 4096
}
