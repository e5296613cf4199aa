import Extraction

/// Bytes that come in chunks of a given size, to see that nothing depends on where reads end.
struct ChunkedSource: ByteSource, ~Copyable {
  private let bytes: [UInt8]
  private let chunkByteCount: Int
  private let failure: (position: Int, error: ReadFailure)?
  private var position = 0

  /// Chunks of `chunkByteCount` bytes; with `failsAt` the read from that position on fails (EIO).
  init(_ bytes: [UInt8], chunkByteCount: Int = 1 << 16, failsAt position: Int? = nil) {
    self.bytes = bytes
    self.chunkByteCount = chunkByteCount
    failure = position.map { ($0, ReadFailure(errorNumber: 5)) }
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    if let failure, position >= failure.position { throw failure.error }
    let count = min(chunkByteCount, buffer.count, bytes.count - position)
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
    }
    position += count
    return count
  }

  /// The sizes of chunks that every document of a property test is read in.
  static let sizes = [1, 2, 3, 7, 64, 1000, 1 << 16]
}
