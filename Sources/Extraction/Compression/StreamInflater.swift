/// Unpacks deflated bytes piece by piece: the one way of doing so, but for entries whose size is known
/// (`WholeInflater`).
struct StreamInflater: ~Copyable {
  #if arch(x86_64)
    private typealias Library = ISALInflater
  #else
    // On ARM, ISA-L before 2.32 may take the end of a block for that of the stream.
    private typealias Library = ZlibInflater
  #endif

  /// What stands around the deflated bytes.
  enum Format: Hashable, Sendable {
    case deflate, zlib, gzip
  }

  enum Status: Hashable, Sendable {
    case going
    case ended
    /// The input breaks off or is no deflated data.
    case broken
  }

  /// Libraries count bytes in 32 bits.
  private static let mostBytesAtOnce = 1 << 30

  private let format: Format
  /// Nothing before the first use: it takes 90 KB.
  private var library: Library?
  private(set) var status = Status.going
  /// How much of the input was used.
  private(set) var position = 0

  init(_ format: Format = .deflate) {
    self.format = format
  }

  /// Goes on behind the end of a stream, with the next one of the same format.
  mutating func restart() {
    guard status == .ended else { return }
    library?.restart()
    status = .going
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
  ///
  /// At the end `used` may be negative: the last bytes of the piece before lie behind the stream.
  mutating func step(
    _ piece: Span<UInt8>, into buffer: UnsafeMutableRawBufferPointer
  ) -> (used: Int, written: Int) {
    guard status == .going else { return (0, 0) }
    if library == nil { library = Library(format) }
    let piece = piece.extracting(first: Self.mostBytesAtOnce)
    let buffer = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(Self.mostBytesAtOnce))
    let (used, written) = library?.step(piece, into: buffer) ?? (0, 0)
    status = library?.status ?? .broken
    return (used, written)
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
