internal import CNettle

/// The message authentication code HMAC with SHA-1, which encrypted archives end with.
///
/// Source: RFC 2104.
package struct HMACSHA1 {
  /// The key is mixed in already: a copy is where each message begins.
  private let start: hmac_sha1_ctx

  package init(key: [UInt8]) {
    var context = hmac_sha1_ctx()
    nettle_hmac_sha1_set_key(&context, key.count, key)
    start = context
  }

  /// 20 bytes.
  package func code(of message: Span<UInt8>) -> [UInt8] {
    var code = start
    message.withUnsafeBufferPointer {
      nettle_hmac_sha1_update(&code, $0.count, $0.baseAddress)
    }
    return .filled(20) { nettle_hmac_sha1_digest(&code, 20, $0) }
  }
}
