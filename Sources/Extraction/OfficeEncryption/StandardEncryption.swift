internal import Cryptography

/// The key of packages that Office 2007 encrypted.
///
/// Source: MS-OFFCRYPTO 2.3.4.7 to 2.3.4.9.
struct StandardEncryption {
  private static let spinCount = 50_000

  private let cipher: AES

  /// The key that one of the passwords gives; nil where none fits.
  init?(info: Span<UInt8>, passwords: [OfficePassword]) {
    guard let header = CryptoAPIHeader(info), header.isAES else { return nil }
    for password in passwords {
      guard let cipher = AES(key: Self.key(header, password)) else { return nil }
      let verifier = cipher.decrypt(header.verifier.span)
      let digest = cipher.decrypt(header.verifierDigest.span)
      if SHA1.digest(verifier) == Array(digest.prefix(20)) {
        self.cipher = cipher
        return
      }
    }
    return nil
  }

  /// Decrypts the stream of the package, behind its length.
  func decrypt(_ package: Span<UInt8>) -> [UInt8] { cipher.decrypt(package) }

  private static func key(_ header: CryptoAPIHeader, _ password: OfficePassword) -> [UInt8] {
    var message = OfficeDigest.sha1.stretched(password, salt: header.salt, count: spinCount)
    message.append(UInt32(0), .little)
    let digest = SHA1.digest(message)
    var key: [UInt8] = []
    for filler: UInt8 in [0x36, 0x5C] {
      var block = [UInt8](repeating: filler, count: 64)
      for index in digest.indices { block[index] ^= digest[index] }
      key += SHA1.digest(block)
    }
    return Array(key.prefix(header.keyByteCount))
  }
}
