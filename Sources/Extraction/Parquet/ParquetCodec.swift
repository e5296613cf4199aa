import ScanModel

/// How the pages of a column are packed.
///
/// Source: parquet.thrift of Apache Parquet, CompressionCodec.
enum ParquetCodec: Int {
  case none = 0
  case snappy, gzip, lzo, brotli
  /// LZ4 as Hadoop writes it: blocks with their lengths before them.
  case framedLZ4
  case zstd, lz4

  /// Whether it can be unpacked.
  var isKnown: Bool { self != .lzo && self != .brotli }

  /// What `packed` unpacks to, which are `count` bytes; nil where it is damaged.
  func unpack(_ packed: Span<UInt8>, count: Int, _ context: ExtractionContext) -> [UInt8]? {
    var unpacked: [UInt8] = []
    let isWhole =
      switch self {
      case .none: Self.copy(packed, count, into: &unpacked)
      case .snappy: SnappyBlock.unpack(packed, limit: count, into: &unpacked)
      case .gzip:
        packed.withUnsafeBytes { Self.unpack(GzipStream($0), count, into: &unpacked) }
      case .lz4: LZ4Block.unpack(packed, limit: count, into: &unpacked)
      case .framedLZ4: Self.unpackFrames(packed, count, into: &unpacked)
      case .zstd:
        packed.withUnsafeBytes {
          let stream = FilterStream(.zstd, MemoryStream($0), context: context)
          return Self.unpack(stream, count, into: &unpacked)
        }
      case .lzo, .brotli: false
      }
    return isWhole && unpacked.count == count ? unpacked : nil
  }

  private static func copy(
    _ packed: Span<UInt8>, _ count: Int, into unpacked: inout [UInt8]
  ) -> Bool {
    guard packed.count == count else { return false }
    unpacked.append(packed, 0..<count)
    return true
  }

  private static func unpackFrames(
    _ packed: Span<UInt8>, _ count: Int, into unpacked: inout [UInt8]
  ) -> Bool {
    var position = 0
    while position + 8 <= packed.count {
      let unpackedCount = packed.bigEndian32(at: position)
      let packedCount = packed.bigEndian32(at: position + 4)
      position += 8
      guard packedCount <= packed.count - position, unpackedCount <= count - unpacked.count,
        LZ4Block.unpack(
          packed.extracting(position..<position + packedCount), limit: unpackedCount,
          into: &unpacked)
      else {
        // Some writers leave the lengths out.
        guard position == 8 else { return false }
        unpacked.removeAll()
        return LZ4Block.unpack(packed, limit: count, into: &unpacked)
      }
      position += packedCount
    }
    return position == packed.count
  }

  private static func unpack(
    _ stream: some UnpackingStream, _ count: Int, into unpacked: inout [UInt8]
  ) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while unpacked.count < count {
      let written = buffer.withUnsafeMutableBytes { stream.read(into: $0) }
      guard written > 0 else { return false }
      unpacked += buffer.prefix(min(written, count - unpacked.count))
    }
    return stream.failure == nil
  }
}
