/// The path of a file as the file system has it: bytes, in any encoding or none.
///
/// Never empty and free of NUL. Compared and hashed byte by byte.
package struct FilePath: Hashable, Sendable {
  /// The bytes of the path, without a closing NUL.
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(_ text: String) {
    self.bytes = Array(text.utf8)
  }

  /// At once: an array hashes its bytes one by one.
  package func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  /// The path of the entry `name` in this directory.
  package func appending(_ name: some Sequence<UInt8>) -> FilePath {
    var joined = bytes
    if joined.last != UInt8(ascii: "/") { joined.append(UInt8(ascii: "/")) }
    joined.append(contentsOf: name)
    return FilePath(joined)
  }

  /// The path as text, or nil where its bytes are not UTF-8.
  package var utf8Text: String? {
    String(validating: bytes, as: UTF8.self)
  }

  /// The path as text, with U+FFFD for bytes that are not UTF-8.
  package var lossyText: String {
    String(decoding: bytes, as: UTF8.self)
  }
}
