import CZlib

/// Unpacks what zlib packed as a whole.
enum ZlibInflation {
  /// How unpacking ended.
  enum End {
    case whole, limit, malformed
  }

  /// Unpacks at most `limit` bytes of `bytes`; what came before a fault is returned too.
  static func inflate(_ bytes: Span<UInt8>, upTo limit: Int) -> (bytes: [UInt8], end: End) {
    var stream = ZlibStream()
    guard stream.isOpen else { return ([], .malformed) }
    return bytes.withUnsafeBufferPointer { stream.inflate($0, upTo: limit) }
  }
}

/// The state of zlib while it unpacks.
private struct ZlibStream: ~Copyable {
  private static let chunkByteCount = 64 << 10

  private let stream: UnsafeMutablePointer<z_stream>
  let isOpen: Bool

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isOpen =
      inflateInit_(stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isOpen { inflateEnd(stream) }
    stream.deallocate()
  }

  mutating func inflate(
    _ input: UnsafeBufferPointer<UInt8>, upTo limit: Int
  ) -> (bytes: [UInt8], end: ZlibInflation.End) {
    var output: [UInt8] = []
    guard let count = UInt32(exactly: input.count), count > 0 else { return ([], .malformed) }
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = count
    while output.count < limit {
      var status = Z_OK
      let byteCount = min(Self.chunkByteCount, limit - output.count)
      let before = output.count
      output.append(addingCapacity: byteCount) { free in
        free.withUnsafeMutableBufferPointer { buffer, initializedCount in
          stream.pointee.next_out = buffer.baseAddress
          stream.pointee.avail_out = UInt32(truncatingIfNeeded: byteCount)
          status = CZlib.inflate(stream, Z_NO_FLUSH)
          initializedCount = byteCount - Int(stream.pointee.avail_out)
        }
      }
      if status == Z_STREAM_END { return (output, .whole) }
      if status != Z_OK || output.count == before { return (output, .malformed) }
    }
    return (output, .limit)
  }
}
