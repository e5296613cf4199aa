/// A file that is packed with LZMA and has nothing but its properties in front.
///
/// Source: XZ Utils, doc/lzma-file-format.txt.
enum LZMAFile {
  private static let headerByteCount = 13

  /// Whether the dictionary is within the limit.
  static func isAllowed(_ bytes: Span<UInt8>) -> Bool {
    bytes.count < headerByteCount
      || Int(bytes.littleEndian32(at: 1)) <= XZHeader.dictionaryLimit
  }

  /// Nil where not even the header is there; `bytes` must stay where they are.
  static func content(of bytes: UnsafeRawBufferPointer) -> LZMAStream? {
    guard bytes.count >= headerByteCount else { return nil }
    let header = bytes.bindMemory(to: UInt8.self).span
    // Where the length is not known, all its bits are set, and a mark ends the content.
    let byteCount = header.littleEndian64(at: 5)
    return LZMAStream(
      [.lzma(properties: header[0], dictionaryByteCount: Int(header.littleEndian32(at: 1)))],
      byteCount: byteCount, from: MemoryStream(.init(rebasing: bytes[headerByteCount...])))
  }
}
