internal import CNettle

/// The block cipher AES, with keys of 128, 192 or 256 bits.
///
/// Source: FIPS 197.
package final class AES: Sendable {
  package static let blockByteCount = 16

  private enum Key {
    case bits128(aes128_ctx)
    case bits192(aes192_ctx)
    case bits256(aes256_ctx)
  }

  private let encryption: Key
  private let decryption: Key

  /// Nil for a key of another length.
  package init?(key: [UInt8]) {
    switch key.count {
    case 16:
      var (forward, backward) = (aes128_ctx(), aes128_ctx())
      nettle_aes128_set_encrypt_key(&forward, key)
      nettle_aes128_invert_key(&backward, &forward)
      (encryption, decryption) = (.bits128(forward), .bits128(backward))
    case 24:
      var (forward, backward) = (aes192_ctx(), aes192_ctx())
      nettle_aes192_set_encrypt_key(&forward, key)
      nettle_aes192_invert_key(&backward, &forward)
      (encryption, decryption) = (.bits192(forward), .bits192(backward))
    case 32:
      var (forward, backward) = (aes256_ctx(), aes256_ctx())
      nettle_aes256_set_encrypt_key(&forward, key)
      nettle_aes256_invert_key(&backward, &forward)
      (encryption, decryption) = (.bits256(forward), .bits256(backward))
    default: return nil
    }
  }

  /// Encrypts whole blocks, each for itself; what is left at the end is dropped.
  package func encrypt(_ bytes: Span<UInt8>) -> [UInt8] {
    blocks(of: bytes) { count, plain, packed in
      switch encryption {
      case .bits128(var key): nettle_aes128_encrypt(&key, count, packed, plain)
      case .bits192(var key): nettle_aes192_encrypt(&key, count, packed, plain)
      case .bits256(var key): nettle_aes256_encrypt(&key, count, packed, plain)
      }
    }
  }

  /// Decrypts whole blocks, each for itself; what is left at the end is dropped.
  package func decrypt(_ bytes: Span<UInt8>) -> [UInt8] {
    blocks(of: bytes) { count, packed, plain in
      switch decryption {
      case .bits128(var key): nettle_aes128_decrypt(&key, count, plain, packed)
      case .bits192(var key): nettle_aes192_decrypt(&key, count, plain, packed)
      case .bits256(var key): nettle_aes256_decrypt(&key, count, plain, packed)
      }
    }
  }

  /// Decrypts whole blocks that are chained (CBC), the first one to the 16 bytes of `start`.
  package func decrypt(_ bytes: Span<UInt8>, chainedTo start: [UInt8]) -> [UInt8] {
    var plain = decrypt(bytes)
    for index in plain.indices.prefix(min(Self.blockByteCount, start.count)) {
      plain[index] ^= start[index]
    }
    for index in plain.indices.dropFirst(Self.blockByteCount) {
      plain[index] ^= bytes[index - Self.blockByteCount]
    }
    return plain
  }

  private func blocks(
    of bytes: Span<UInt8>,
    _ make: (Int, UnsafePointer<UInt8>?, UnsafeMutablePointer<UInt8>?) -> Void
  ) -> [UInt8] {
    let count = bytes.count / Self.blockByteCount * Self.blockByteCount
    guard count > 0 else { return [] }
    return bytes.withUnsafeBufferPointer { bytes in
      .filled(count) { make(count, bytes.baseAddress, $0) }
    }
  }
}
