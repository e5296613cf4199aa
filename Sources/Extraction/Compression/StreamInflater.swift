import CZlib

/// Unpacks deflated bytes piece by piece: the one way of doing so, but for entries whose size is known
/// (`WholeInflater`).
struct StreamInflater: ~Copyable {
  /// What stands around the deflated bytes.
  enum Format: Hashable, Sendable {
    case deflate, zlib, gzip

    /// Source: zlib.h, inflateInit2.
    fileprivate var windowBits: Int32 {
      switch self {
      case .deflate: -MAX_WBITS
      case .zlib: MAX_WBITS
      case .gzip: MAX_WBITS + 16
      }
    }
  }

  enum Status: Hashable, Sendable {
    case going
    case ended
    /// The input breaks off or is no deflated data.
    case broken
  }

  private let format: Format
  /// Nothing before the first use: it takes 40 KB.
  private var stream: UnsafeMutablePointer<z_stream>?
  private(set) var status = Status.going
  /// How much of the input was used.
  private(set) var position = 0

  init(_ format: Format = .deflate) {
    self.format = format
  }

  deinit {
    guard let stream else { return }
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  private mutating func begin() -> UnsafeMutablePointer<z_stream> {
    let new = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    new.initialize(to: z_stream())
    let result = inflateInit2_(
      new, format.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if result != Z_OK { status = .broken }
    stream = new
    return new
  }

  /// Goes on behind the end of a stream, with the next one of the same format.
  mutating func restart() {
    guard status == .ended, let stream else { return }
    status = inflateReset(stream) == Z_OK ? .going : .broken
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
    guard !buffer.isEmpty else {
      status = .ended
      return 0
    }
    var count = 0
    while count == 0, status == .going {
      let (used, written) = step(packed.extracting(position...), into: buffer)
      position += used
      count = written
      if status == .going, written == 0, used == 0 || position == packed.count { status = .broken }
    }
    return count
  }

  /// Unpacks from `piece`, behind which more may follow; returns how much of it was used and how many
  /// bytes came out, none of both where more is needed.
  mutating func step(
    _ piece: Span<UInt8>, into buffer: UnsafeMutableRawBufferPointer
  ) -> (used: Int, written: Int) {
    let stream = stream ?? begin()
    guard status == .going else { return (0, 0) }
    let space = min(buffer.count, 1 << 30)
    let available = min(piece.count, 1 << 30)
    let result = piece.withUnsafeBufferPointer { input in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.pointee.avail_in = UInt32(available)
      stream.pointee.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
      stream.pointee.avail_out = UInt32(space)
      return CZlib.inflate(stream, Z_NO_FLUSH)
    }
    switch result {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: status = .ended
    default: status = .broken
    }
    return (available - Int(stream.pointee.avail_in), space - Int(stream.pointee.avail_out))
  }
}

extension StreamInflater {
  /// Hands what the next piece of the input unpacks to to `take`, which returns false when it wants no
  /// more; false where that happened, or the piece is damaged.
  mutating func inflate(
    nextPiece piece: Span<UInt8>, through buffer: inout [UInt8],
    _ take: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    guard status == .going else { return piece.isEmpty }
    var position = 0
    while status == .going {
      let rest = piece.extracting(position...)
      let (used, written) = buffer.withUnsafeMutableBytes { step(rest, into: $0) }
      position += used
      let isTaken = buffer.withUnsafeBufferPointer {
        take(UnsafeBufferPointer(rebasing: $0[..<written]))
      }
      guard isTaken else { return false }
      if written < buffer.count, used == 0 || position == piece.count { break }
    }
    return status != .broken
  }

  /// How unpacking a whole ended.
  enum End: Hashable, Sendable {
    case whole
    /// The bytes broke off or were damaged; what came before has been unpacked.
    case broken
    case overLimit
  }

  /// Appends what `packed` unpacks to, until there are `limit` bytes or more.
  static func inflate(
    _ packed: Span<UInt8>, _ format: Format, into output: inout [UInt8], limit: Int
  ) -> End {
    var inflater = StreamInflater(format)
    var byteCount = max(min(packed.count, 256 << 10) * 4, 4 << 10)
    while inflater.status == .going {
      guard output.count < limit else { return .overLimit }
      output.append(addingCapacity: min(byteCount, limit - output.count)) { free in
        free.withUnsafeMutableBufferPointer { buffer, count in
          count = inflater.inflate(packed, into: UnsafeMutableRawBufferPointer(buffer))
        }
      }
      byteCount = min(2 * byteCount, 4 << 20)
    }
    return inflater.status == .ended ? .whole : .broken
  }
}
