import ScanModel

/// Content that is unpacked as it is read, as a member: where it breaks off, its reader is told so.
struct StreamSource: ByteSource, ~Copyable {
  private let stream: any UnpackingStream

  init(_ stream: any UnpackingStream) {
    self.stream = stream
  }

  mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ReadFailure) -> Int {
    let count = stream.read(into: buffer)
    if count == 0, let failure = stream.failure { throw ReadFailure(failure) }
    return count
  }
}
