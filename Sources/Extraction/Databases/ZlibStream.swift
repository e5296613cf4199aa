import CZlib

/// Unpacks a zlib stream that comes in pieces.
final class ZlibStream {
  private let state = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let piece = UnsafeMutablePointer<UInt8>.allocate(capacity: pieceByteCount)
  private var isOpen: Bool
  private static let pieceByteCount = 64 << 10

  init() {
    state.initialize(to: z_stream())
    isOpen =
      inflateInit2_(state, MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    inflateEnd(state)
    state.deinitialize(count: 1)
    state.deallocate()
    piece.deallocate()
  }

  /// Hands what `packed` unpacks to to `take`, which returns false when it wants no more; false
  /// where that happened or the stream is damaged.
  func inflate(_ packed: Span<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    guard isOpen else { return packed.isEmpty }
    return packed.withUnsafeBufferPointer { packed in
      state.pointee.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
      state.pointee.avail_in = UInt32(clamping: packed.count)
      while isOpen, state.pointee.avail_in > 0 || state.pointee.avail_out == 0 {
        state.pointee.next_out = piece
        state.pointee.avail_out = UInt32(Self.pieceByteCount)
        let result = CZlib.inflate(state, Z_NO_FLUSH)
        let count = Self.pieceByteCount - Int(state.pointee.avail_out)
        guard take(UnsafeBufferPointer(start: piece, count: count)) else { return false }
        switch result {
        case Z_OK: continue
        case Z_BUF_ERROR: return true
        case Z_STREAM_END: isOpen = false
        default:
          isOpen = false
          return false
        }
      }
      return true
    }
  }
}
