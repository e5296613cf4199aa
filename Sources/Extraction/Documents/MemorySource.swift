/// Bytes that are in memory, read one after the other.
package struct MemorySource: ByteSource, ~Copyable {
  private let bytes: [UInt8]
  private var position: Int

  package init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = min(position, bytes.count)
  }

  package mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ReadFailure) -> Int {
    buffer.copy(from: bytes, at: &position)
  }
}
