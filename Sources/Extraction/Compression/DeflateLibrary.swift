/// A library that unpacks deflated bytes piece by piece.
protocol DeflateLibrary: ~Copyable {
  init(_ format: StreamInflater.Format)

  var status: StreamInflater.Status { get }

  /// Goes on with another stream of the same format behind one that has ended.
  mutating func restart()

  /// Unpacks from `piece` into `buffer`, each of less than 4 GB; returns how much of it was used and how many bytes came out.
  ///
  /// At the end `used` may be negative: the last bytes of the piece before lie behind the stream.
  mutating func step(
    _ piece: Span<UInt8>, into buffer: UnsafeMutableRawBufferPointer
  ) -> (used: Int, written: Int)
}
