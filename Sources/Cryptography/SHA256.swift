internal import CNettle

/// The digest SHA-256, of a message that may come in pieces.
///
/// Source: FIPS 180-4.
package struct SHA256: Sendable {
  package static let blockByteCount = 64
  package static let byteCount = 32

  private var context = sha256_ctx()

  package init() {
    nettle_sha256_init(&context)
  }

  /// 32 bytes.
  package static func digest(_ message: [UInt8]) -> [UInt8] {
    digest(message.span)
  }

  /// 32 bytes.
  package static func digest(_ message: Span<UInt8>) -> [UInt8] {
    var digest = SHA256()
    digest.add(message)
    return digest.finish()
  }

  /// Takes a piece behind which more may follow.
  package mutating func add(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { add($0) }
  }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    nettle_sha256_update(&context, bytes.count, bytes.baseAddress)
  }

  /// The digest of everything, which ends with `message`; then begins anew.
  package mutating func finish(_ message: [UInt8] = []) -> [UInt8] {
    add(message.span)
    return .filled(Self.byteCount) { finish(into: $0) }
  }

  /// Writes the digest to the 32 bytes at `digest`; then begins anew.
  mutating func finish(into digest: UnsafeMutablePointer<UInt8>?) {
    nettle_sha256_digest(&context, Self.byteCount, digest)
  }
}
