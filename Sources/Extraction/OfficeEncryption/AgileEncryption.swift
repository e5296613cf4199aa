internal import Cryptography

/// The key of packages that Office 2010 and later encrypted.
///
/// Source: MS-OFFCRYPTO 2.3.4.10 to 2.3.4.15.
struct AgileEncryption {
  private static let segmentByteCount = 4096
  /// Office makes 100,000; more than ten times that would take minutes for each password.
  private static let spinLimit = 1_000_000

  private let cipher: AES
  private let salt: [UInt8]
  private let digest: OfficeDigest

  /// The key that one of the passwords gives, nil where none fits; `info` begins with its version.
  init?(info: Span<UInt8>, passwords: [OfficePassword]) {
    let description = AgileDescription(info)
    guard let data = description.data, let keys = description.key,
      (0...Self.spinLimit).contains(keys.spinCount)
    else { return nil }
    for password in passwords {
      let stretched = keys.cipher.digest.stretched(
        password, salt: keys.cipher.salt, count: keys.spinCount)
      guard
        let input = Self.decrypt(keys.verifier, keys.cipher, stretched, Self.verifierPurpose),
        let digest = Self.decrypt(
          keys.verifierDigest, keys.cipher, stretched, Self.verifierDigestPurpose)
      else { return nil }
      let expected = keys.cipher.digest.digest(Array(input.prefix(keys.cipher.salt.count)))
      guard expected == Array(digest.prefix(expected.count)),
        let key = Self.decrypt(keys.key, keys.cipher, stretched, Self.keyPurpose),
        let cipher = AES(key: Array(key.prefix(data.keyByteCount)))
      else { continue }
      self.cipher = cipher
      salt = data.salt
      self.digest = data.digest
      return
    }
    return nil
  }

  /// Decrypts the stream of the package, behind its length.
  func decrypt(_ package: Span<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(package.count)
    var segment: UInt32 = 0
    var position = 0
    while position < package.count {
      let end = min(position + Self.segmentByteCount, package.count)
      var message = salt
      message.append(segment, .little)
      plain += cipher.decrypt(
        package.extracting(position..<end), chainedTo: digest.digest(message))
      segment &+= 1
      position = end
    }
    return plain
  }

  private static let verifierPurpose: [UInt8] = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79]
  private static let verifierDigestPurpose: [UInt8] = [
    0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E,
  ]
  private static let keyPurpose: [UInt8] = [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6]

  /// Decrypts a value with the key that a password gives for its purpose.
  private static func decrypt(
    _ value: [UInt8], _ description: AgileDescription.Cipher, _ stretched: [UInt8],
    _ purpose: [UInt8]
  ) -> [UInt8]? {
    var key = description.digest.digest(stretched + purpose)
    while key.count < description.keyByteCount { key.append(0x36) }
    guard let cipher = AES(key: Array(key.prefix(description.keyByteCount))) else { return nil }
    var start = description.salt
    while start.count < AES.blockByteCount { start.append(0x36) }
    return cipher.decrypt(value.span, chainedTo: start)
  }
}
