internal import Crypto

/// The message authentication code HMAC with SHA-1, which encrypted archives end with.
///
/// Source: RFC 2104.
package struct HMACSHA1 {
  /// The key is mixed in already: a copy is where each message begins.
  private let start: HMAC<Insecure.SHA1>

  package init(key: [UInt8]) {
    start = HMAC<Insecure.SHA1>(key: SymmetricKey(data: key))
  }

  /// 20 bytes.
  package func code(of message: Span<UInt8>) -> [UInt8] {
    var code = start
    message.withUnsafeBytes { code.update(data: $0) }
    return code.finalize().withUnsafeBytes { Array($0) }
  }
}
