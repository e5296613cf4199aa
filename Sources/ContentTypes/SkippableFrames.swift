/// The frames that may stand before what zstd and lz4 pack, which say nothing of it.
///
/// Source: RFC 8878, 3.1.2; LZ4 Frame Format, Skippable Frames.
package enum SkippableFrames {
  private static let headerByteCount = 8

  /// Where they end; 0 where there is none, beyond the end where the last one reaches so far.
  package static func end(in bytes: Span<UInt8>) -> Int {
    var position = 0
    while position + headerByteCount <= bytes.count, bytes[position] & 0xF0 == 0x50,
      bytes.has([0x2A, 0x4D, 0x18], at: position + 1)
    {
      position += headerByteCount + bytes.littleEndian32(at: position + 4)
    }
    return position
  }
}
