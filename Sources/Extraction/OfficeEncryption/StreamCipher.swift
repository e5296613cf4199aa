internal import Cryptography

/// The key of streams that are encrypted with RC4, block for block.
///
/// Source: MS-OFFCRYPTO 2.3.5 and 2.3.6.
struct StreamCipher: Sendable {
  fileprivate enum Kind: Sendable {
    /// RC4 with keys of MD5.
    case rc4(digest: [UInt8])
    /// RC4 by the cryptographic interface of Windows.
    case cryptoAPI(digest: [UInt8], keyByteCount: Int)
  }

  private let kind: Kind

  /// The key that one of the passwords gives; nil where none fits, or the encryption is another.
  ///
  /// `header` begins with the version of the encryption, as it stands in a FILEPASS record, in a
  /// table stream of Word and in a container of PowerPoint.
  init?(header: Span<UInt8>, passwords: [OfficePassword]) {
    guard let major = header.littleUInt16(at: 0), let minor = header.littleUInt16(at: 2) else {
      return nil
    }
    for password in passwords {
      let kind: Kind? =
        switch (major, minor) {
        case (1, 1): Self.rc4(header, password)
        case (2...4, 2): Self.cryptoAPI(header, password)
        default: nil
        }
      if let kind {
        self.kind = kind
        return
      }
    }
    return nil
  }

  private static func rc4(_ header: Span<UInt8>, _ password: OfficePassword) -> Kind? {
    guard header.count >= 52 else { return nil }
    let salt = header.bytes(4..<20)
    let front = MD5.digest(password.utf16Bytes).prefix(5)
    var message: [UInt8] = []
    for _ in 0..<16 { message += front + salt }
    let kind = Kind.rc4(digest: Array(MD5.digest(message).prefix(5)))
    var verifier = header.bytes(20..<52)
    var cipher = RC4(key: kind.key(ofBlock: 0))
    cipher.apply(to: &verifier)
    return MD5.digest(Array(verifier[..<16])) == Array(verifier[16...]) ? kind : nil
  }

  private static func cryptoAPI(_ header: Span<UInt8>, _ password: OfficePassword) -> Kind? {
    guard let info = CryptoAPIHeader(header), info.isRC4 else { return nil }
    let kind = Kind.cryptoAPI(
      digest: SHA1.digest(info.salt + password.utf16Bytes), keyByteCount: info.keyByteCount)
    var verifier = info.verifier + info.verifierDigest.prefix(20)
    var cipher = RC4(key: kind.key(ofBlock: 0))
    cipher.apply(to: &verifier)
    return SHA1.digest(Array(verifier[..<16])) == Array(verifier[16...]) ? kind : nil
  }

  /// Decrypts the parts of a stream that lie in `ranges`, which are in order; the key changes every
  /// `blockByteCount` bytes, and goes on over what is not decrypted.
  func decrypt(_ stream: inout [UInt8], _ ranges: [Range<Int>], blockByteCount: Int) {
    var block = -1
    var position = 0
    var cipher = RC4(key: [0])
    for range in ranges {
      var range = range.clamped(to: 0..<stream.count)
      while let index = range.first {
        if index / blockByteCount != block {
          block = index / blockByteCount
          position = block * blockByteCount
          cipher = RC4(key: kind.key(ofBlock: block))
        }
        cipher.skip(index - position)
        position = min(range.upperBound, (block + 1) * blockByteCount)
        cipher.apply(to: &stream, in: index..<position)
        range = position..<range.upperBound
      }
    }
  }

  /// Decrypts bytes that have the key of one block from their beginning to their end.
  func decrypt(_ bytes: inout [UInt8], block: Int) {
    var cipher = RC4(key: kind.key(ofBlock: block))
    cipher.apply(to: &bytes)
  }
}

extension StreamCipher.Kind {
  fileprivate func key(ofBlock block: Int) -> [UInt8] {
    var message: [UInt8]
    switch self {
    case .rc4(let digest):
      message = digest
      message.append(UInt32(truncatingIfNeeded: block), .little)
      return MD5.digest(message)
    case .cryptoAPI(let digest, let keyByteCount):
      message = digest
      message.append(UInt32(truncatingIfNeeded: block), .little)
      let key = Array(SHA1.digest(message).prefix(keyByteCount))
      // Keys of 40 bits are filled up with zeros.
      return keyByteCount == 5 ? key + [UInt8](repeating: 0, count: 11) : key
    }
  }
}
