internal import Crypto

/// The digest SHA-1, which documents are locked with; it protects nothing.
///
/// Source: RFC 3174.
package enum SHA1 {
  /// 20 bytes.
  package static func digest(_ message: [UInt8]) -> [UInt8] {
    Insecure.SHA1.hash(data: message).withUnsafeBytes { Array($0) }
  }
}
