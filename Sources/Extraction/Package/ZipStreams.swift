import ScanModel

/// Unpacks zip entries that are packed with something else than deflate.
enum ZipStreams {
  static func stream(
    of packed: [UInt8], _ method: ZipMethod, _ entry: ZipEntry, _ context: ExtractionContext
  ) throws(ReadFailure) -> any UnpackingStream {
    let stream = ArrayStream(packed)
    switch method {
    case .stored: return stream
    case .deflate: return InflatingStream(stream)
    case .deflate64: return Inflating64Stream(stream)
    case .bzip2: return FilterStream(.bzip2, stream, context: context)
    case .zstd: return FilterStream(.zstd, stream, context: context)
    case .xz:
      guard XZHeader.isAllowed(packed.span) else { throw ReadFailure(.limit) }
      return FilterStream(.xz, stream, context: context)
    case .lzma: return try lzma(packed, entry)
    case .ppmd:
      guard let archive = PackedArchive.zip(packed, entry) else { throw ReadFailure(.limit) }
      return FilterStream(.zipEntries, of: archive, context: context)
    }
  }

  /// The version of the packer and the length of the properties, these, and then the content.
  ///
  /// Source: APPNOTE.TXT 6.3.10, 5.8.8; 4.4.4 for the flag that says that a mark ends it.
  private static func lzma(
    _ packed: [UInt8], _ entry: ZipEntry
  ) throws(ReadFailure) -> any UnpackingStream {
    let headerByteCount = 9
    guard packed.count >= headerByteCount, packed.span.littleEndian16(at: 2) == 5 else {
      throw ReadFailure(.malformed)
    }
    let hasEndMark = entry.flags & 2 != 0
    let dictionaryByteCount = Int(packed.span.littleEndian32(at: 5))
    guard dictionaryByteCount <= XZHeader.dictionaryLimit else { throw ReadFailure(.limit) }
    return LZMAStream(
      [.lzma(properties: packed[4], dictionaryByteCount: dictionaryByteCount)],
      byteCount: hasEndMark ? nil : entry.byteCount,
      from: ArrayStream(packed, from: headerByteCount))
  }
}
