internal import Cryptography

/// The digests that keys of Office documents are made with.
enum OfficeDigest: Sendable {
  case sha1, sha256, sha384, sha512

  /// The digest with the name that an encrypted document gives it; nil for others.
  init?(name: [UInt8]) {
    switch name {
    case Array("SHA1".utf8), Array("SHA-1".utf8): self = .sha1
    case Array("SHA256".utf8), Array("SHA-256".utf8): self = .sha256
    case Array("SHA384".utf8), Array("SHA-384".utf8): self = .sha384
    case Array("SHA512".utf8), Array("SHA-512".utf8): self = .sha512
    default: return nil
    }
  }

  func digest(_ message: [UInt8]) -> [UInt8] {
    switch self {
    case .sha1: SHA1.digest(message)
    case .sha256: SHA256.digest(message)
    case .sha384: SHA512.digest384(message)
    case .sha512: SHA512.digest(message)
    }
  }

  /// The digest of salt and password, digested `count` times more, each time behind a number.
  func stretched(_ password: OfficePassword, salt: [UInt8], count: Int) -> [UInt8] {
    var digest = digest(salt + password.utf16Bytes)
    var message: [UInt8] = []
    for number in 0..<count {
      message.removeAll(keepingCapacity: true)
      message.append(UInt32(truncatingIfNeeded: number), .little)
      message.append(contentsOf: digest)
      digest = self.digest(message)
    }
    return digest
  }
}
