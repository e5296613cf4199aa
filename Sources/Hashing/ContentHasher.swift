internal import Crypto
package import ScanModel

/// Takes the SHA-256 of bytes that come in pieces.
package struct ContentHasher {
  private var hash = Crypto.SHA256()

  package init() {}

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    hash.update(bufferPointer: bytes)
  }

  /// The digest of bytes that are all there.
  package static func digest(of bytes: [UInt8]) -> ContentDigest? {
    var hasher = ContentHasher()
    bytes.withUnsafeBytes { hasher.update($0) }
    return hasher.digest
  }

  /// The digest of all bytes so far; more may follow.
  package var digest: ContentDigest? {
    ContentDigest(hash.finalize().withUnsafeBytes { Array($0) })
  }
}
