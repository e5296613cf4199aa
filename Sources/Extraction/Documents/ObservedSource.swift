/// A source whose bytes are shown to somebody as they are read.
struct ObservedSource<Source: ByteSource & ~Copyable>: ByteSource, ~Copyable {
  private var source: Source
  private let observe: (_ bytes: UnsafeRawBufferPointer) -> Void

  /// At the end of the source `observe` is shown no bytes.
  init(
    _ source: consuming Source, observe: @escaping (_ bytes: UnsafeRawBufferPointer) -> Void
  ) {
    self.source = source
    self.observe = observe
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    let count = try source.read(into: buffer)
    observe(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    return count
  }

  /// Reads what is left.
  mutating func drain() throws(ReadFailure) {
    var block: [UInt8] = []
    while try block.append(from: &self, byteCount: 64 << 10) > 0 {
      block.removeAll(keepingCapacity: true)
    }
  }
}
