internal import CNettle

/// The digest SHA-1, which documents are locked with; it protects nothing.
///
/// Source: RFC 3174.
package enum SHA1 {
  /// 20 bytes.
  package static func digest(_ message: [UInt8]) -> [UInt8] {
    var context = sha1_ctx()
    nettle_sha1_init(&context)
    nettle_sha1_update(&context, message.count, message)
    return .filled(20) { nettle_sha1_digest(&context, 20, $0) }
  }
}
