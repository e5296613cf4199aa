import CZlib

/// Unpacks by zlib, which any processor runs alike.
struct ZlibInflater: DeflateLibrary, ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>
  private(set) var status: StreamInflater.Status

  init(_ format: StreamInflater.Format) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let result = inflateInit2_(
      stream, Self.windowBits(format), ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    status = result == Z_OK ? .going : .broken
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Source: zlib.h, inflateInit2.
  private static func windowBits(_ format: StreamInflater.Format) -> Int32 {
    switch format {
    case .deflate: -MAX_WBITS
    case .zlib: MAX_WBITS
    case .gzip: MAX_WBITS + 16
    }
  }

  mutating func restart() {
    status = inflateReset(stream) == Z_OK ? .going : .broken
  }

  mutating func step(
    _ piece: Span<UInt8>, into buffer: UnsafeMutableRawBufferPointer
  ) -> (used: Int, written: Int) {
    guard status == .going else { return (0, 0) }
    let result = piece.withUnsafeBufferPointer { input in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.pointee.avail_in = UInt32(piece.count)
      stream.pointee.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
      stream.pointee.avail_out = UInt32(buffer.count)
      return CZlib.inflate(stream, Z_NO_FLUSH)
    }
    switch result {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: status = .ended
    default: status = .broken
    }
    return (
      piece.count - Int(stream.pointee.avail_in), buffer.count - Int(stream.pointee.avail_out)
    )
  }
}
