/// What is left of records that were deleted or written anew.
///
/// 20 bytes of head (its place, the bytes behind the head, 8 bytes, the place of the next one of that
/// length, 0 for none), and what has not been written over of the record.
struct DBXFreed {
  private static let headByteCount = 20

  /// One piece behind the other, with NULs between them.
  private(set) var bytes: [UInt8] = []

  init(_ file: DBXFile, in bytes: Span<UInt8>) {
    var known: Set<Int> = []
    for first in file.freed {
      var position = first
      while bytes.isMarked(at: position), known.insert(position).inserted,
        let byteCount = bytes.littleUInt32(at: position + 4),
        let content = bytes.range(
          at: position + Self.headByteCount, byteCount: byteCount)
      {
        self.bytes.append(bytes, content)
        self.bytes += [0, 0]
        position = Int(bytes.littleEndian32(at: position + 16))
      }
    }
  }
}
