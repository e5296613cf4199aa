/// What stands before content that was encrypted by the cryptographic interface of Windows.
///
/// Source: MS-OFFCRYPTO 2.3.2 to 2.3.4.
struct CryptoAPIHeader {
  private static let rc4 = 0x6801
  private static let aes = 0x660E...0x6610

  let isRC4: Bool
  let isAES: Bool
  let keyByteCount: Int
  let salt: [UInt8]
  /// An encrypted random number, and its encrypted digest.
  let verifier: [UInt8]
  let verifierDigest: [UInt8]

  /// `bytes` begin with the version of the encryption.
  init?(_ bytes: Span<UInt8>) {
    guard let flags = bytes.littleUInt32(at: 4), let byteCount = bytes.littleUInt32(at: 8),
      let algorithm = bytes.littleUInt32(at: 20), let keyBitCount = bytes.littleUInt32(at: 28)
    else { return nil }
    let start = 12 + byteCount
    guard let saltByteCount = bytes.littleUInt32(at: start), saltByteCount == 16,
      bytes.count >= start + 60
    else { return nil }
    let isAES = Self.aes.contains(algorithm) || algorithm == 0 && flags & 0x20 != 0
    self.isAES = isAES
    isRC4 = algorithm == Self.rc4 || algorithm == 0 && flags & 0x20 == 0
    let assumedBitCount = isAES ? 128 : 40
    let bitCount = keyBitCount == 0 ? assumedBitCount : keyBitCount
    guard (40...256).contains(bitCount) else { return nil }
    keyByteCount = bitCount / 8
    salt = bytes.bytes(start + 4..<start + 20)
    verifier = bytes.bytes(start + 20..<start + 36)
    verifierDigest = bytes.bytes(start + 40..<min(start + 72, bytes.count))
  }
}
