import CZlib
import ScanModel

/// The content of a gzip file: all its members, one behind the other.
///
/// What lies before a damaged place is given. Source: RFC 1952.
final class GzipStream: UnpackingStream {
  private let bytes: UnsafeRawBufferPointer
  private let state = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var isOpen: Bool
  private var position = 0
  private(set) var failure: PartialReason?

  /// `bytes` must stay where they are as long as the stream is read.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    state.initialize(to: z_stream())
    isOpen =
      inflateInit2_(state, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
      == Z_OK
    if !isOpen { failure = .memory }
  }

  deinit {
    inflateEnd(state)
    state.deinitialize(count: 1)
    state.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard isOpen, !buffer.isEmpty else { return 0 }
    let capacity = min(buffer.count, 1 << 30)
    state.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    state.pointee.avail_out = UInt32(capacity)
    while isOpen, state.pointee.avail_out > 0 { inflateMore() }
    return capacity - Int(state.pointee.avail_out)
  }

  private func inflateMore() {
    let available = min(bytes.count - position, 1 << 30)
    guard available > 0, let start = bytes.baseAddress else { return stop(.malformed) }
    state.pointee.next_in = UnsafeMutablePointer(
      mutating: (start + position).assumingMemoryBound(to: UInt8.self))
    state.pointee.avail_in = UInt32(available)
    let result = inflate(state, Z_NO_FLUSH)
    position += available - Int(state.pointee.avail_in)
    switch result {
    case Z_OK, Z_BUF_ERROR:
      if position == bytes.count, state.pointee.avail_out > 0 { stop(.malformed) }
    case Z_STREAM_END: beginNextMember()
    case Z_MEM_ERROR: stop(.memory)
    default: stop(.malformed)
    }
  }

  /// Goes on with the member behind the one that ended; only zeros may follow the last.
  private func beginNextMember() {
    while position < bytes.count, bytes[position] == 0 { position += 1 }
    if position == bytes.count { return stop(nil) }
    guard bytes.count - position >= 2, bytes[position] == 0x1F, bytes[position + 1] == 0x8B,
      inflateReset(state) == Z_OK
    else { return stop(.malformed) }
  }

  private func stop(_ reason: PartialReason?) {
    failure = reason
    isOpen = false
  }
}

extension GzipStream {
  /// The name that the file had, as the header of its first member has it; empty for none.
  static func name(in bytes: Span<UInt8>) -> String {
    guard bytes.count > 10 else { return "" }
    let flags = bytes[3]
    guard flags & 0x08 != 0 else { return "" }
    var start = 10
    if flags & 0x04 != 0 {
      guard bytes.count > 12 else { return "" }
      start = 12 + (Int(bytes[10]) | Int(bytes[11]) << 8)
    }
    var name: [UInt8] = []
    while start < bytes.count, bytes[start] != 0, name.count < 4096 {
      name.append(bytes[start])
      start += 1
    }
    return String(decoding: name, as: UTF8.self)
  }
}
