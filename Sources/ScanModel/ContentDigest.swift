/// The SHA-256 of all bytes of a file: equal for equal contents, and in practice for no others.
package struct ContentDigest: Hashable, Sendable {
  /// 32 of them.
  package let bytes: [UInt8]

  /// nil for any other number of bytes.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }
}
