internal import Crypto

/// The digest SHA-256, of a message that may come in pieces.
///
/// Source: FIPS 180-4.
package struct SHA256 {
  package static let blockByteCount = 64

  private var hash = Crypto.SHA256()

  package init() {}

  /// 32 bytes.
  package static func digest(_ message: [UInt8]) -> [UInt8] {
    Crypto.SHA256.hash(data: message).withUnsafeBytes { Array($0) }
  }

  /// 32 bytes.
  package static func digest(_ message: Span<UInt8>) -> [UInt8] {
    var digest = SHA256()
    digest.add(message)
    return digest.finish([])
  }

  /// Takes a piece behind which more follows.
  package mutating func add(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  /// The digest of everything, which ends with `message`.
  package mutating func finish(_ message: [UInt8]) -> [UInt8] {
    hash.update(data: message)
    return hash.finalize().withUnsafeBytes { Array($0) }
  }
}
