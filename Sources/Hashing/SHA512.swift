internal import Crypto

/// The digests SHA-512 and SHA-384.
///
/// Source: FIPS 180-4.
package enum SHA512 {
  /// 64 bytes.
  package static func digest(_ message: [UInt8]) -> [UInt8] {
    Crypto.SHA512.hash(data: message).withUnsafeBytes { Array($0) }
  }

  /// 48 bytes.
  package static func digest384(_ message: [UInt8]) -> [UInt8] {
    Crypto.SHA384.hash(data: message).withUnsafeBytes { Array($0) }
  }
}
