internal import CNettle

/// The digest MD5, which old documents are locked with; it protects nothing.
///
/// Source: RFC 1321.
package enum MD5 {
  /// 16 bytes.
  package static func digest(_ message: [UInt8]) -> [UInt8] {
    var context = md5_ctx()
    nettle_md5_init(&context)
    nettle_md5_update(&context, message.count, message)
    return .filled(16) { nettle_md5_digest(&context, 16, $0) }
  }
}
