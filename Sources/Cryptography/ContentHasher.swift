package import ScanModel

/// Takes the SHA-256 of bytes that come in pieces.
package struct ContentHasher {
  private var hash = SHA256()

  package init() {}

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    hash.add(bytes.assumingMemoryBound(to: UInt8.self))
  }

  /// The digest of bytes that are all there.
  package static func digest(of bytes: [UInt8]) -> ContentDigest? {
    ContentDigest(SHA256.digest(bytes))
  }

  /// The digest of all bytes so far; more may follow.
  package var digest: ContentDigest? {
    var hash = hash
    return ContentDigest(hash.finish())
  }
}
