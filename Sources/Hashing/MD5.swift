internal import Crypto

/// The digest MD5, which old documents are locked with; it protects nothing.
///
/// Source: RFC 1321.
package enum MD5 {
  /// 16 bytes.
  package static func digest(_ message: [UInt8]) -> [UInt8] {
    Insecure.MD5.hash(data: message).withUnsafeBytes { Array($0) }
  }
}
