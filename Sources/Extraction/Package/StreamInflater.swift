import CZlib

/// Unpacks deflated bytes piece by piece.
struct StreamInflater: ~Copyable {
  enum Status: Hashable, Sendable {
    case going
    case ended
    /// The input breaks off or is no deflated data.
    case broken
  }

  /// Nothing before the first use: it takes 40 KB.
  private var stream: UnsafeMutablePointer<z_stream>?
  private(set) var status = Status.going
  /// How much of the input was used.
  private(set) var position = 0

  init() {}

  deinit {
    guard let stream else { return }
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  private mutating func begin() -> UnsafeMutablePointer<z_stream> {
    let new = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    new.initialize(to: z_stream())
    // Negative: the bytes have no header of their own.
    let result = inflateInit2_(new, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if result != Z_OK { status = .broken }
    stream = new
    return new
  }

  /// Unpacks from the rest of `packed`, which stays the same, into `buffer`; returns how many bytes
  /// came out.
  mutating func inflate(
    _ packed: [UInt8], into buffer: UnsafeMutableRawBufferPointer
  ) -> Int {
    inflate(packed.span, into: buffer)
  }

  mutating func inflate(
    _ packed: Span<UInt8>, into buffer: UnsafeMutableRawBufferPointer
  ) -> Int {
    var count = 0
    while count == 0, status == .going { count = step(packed, into: buffer) }
    return count
  }

  private mutating func step(
    _ packed: Span<UInt8>, into buffer: UnsafeMutableRawBufferPointer
  ) -> Int {
    guard !buffer.isEmpty else {
      status = .ended
      return 0
    }
    let stream = stream ?? begin()
    guard status == .going else { return 0 }
    let space = min(buffer.count, 1 << 30)
    let available = min(packed.count - position, 1 << 30)
    let (used, written, result) = packed.extracting(position..<position + available)
      .withUnsafeBufferPointer { input -> (Int, Int, Int32) in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(available)
        stream.pointee.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_out = UInt32(space)
        let result = CZlib.inflate(stream, Z_NO_FLUSH)
        return (
          available - Int(stream.pointee.avail_in), space - Int(stream.pointee.avail_out), result
        )
      }
    position += used
    switch result {
    case Z_OK: break
    case Z_STREAM_END: status = .ended
    default: status = .broken
    }
    if status == .going, written == 0, position == packed.count { status = .broken }
    return written
  }
}
