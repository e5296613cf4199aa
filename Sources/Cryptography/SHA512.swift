internal import CNettle

/// The digests SHA-512 and SHA-384.
///
/// Source: FIPS 180-4.
package enum SHA512 {
  /// 64 bytes.
  package static func digest(_ message: [UInt8]) -> [UInt8] {
    var context = sha512_ctx()
    nettle_sha512_init(&context)
    nettle_sha512_update(&context, message.count, message)
    return .filled(64) { nettle_sha512_digest(&context, 64, $0) }
  }

  /// 48 bytes.
  package static func digest384(_ message: [UInt8]) -> [UInt8] {
    var context = sha512_ctx()
    nettle_sha384_init(&context)
    nettle_sha512_update(&context, message.count, message)
    return .filled(48) { nettle_sha384_digest(&context, 48, $0) }
  }
}
