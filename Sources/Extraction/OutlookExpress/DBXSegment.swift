/// A piece of the text of a message: 16 bytes of head, and room for 512 of text.
///
/// Head: its place, the bytes of its room, the bytes of text in it, the place of the next piece, 0 for
/// none. That of a deleted one says that it has 508 bytes of room and 528 in all; the next piece is left
/// as it was, and the place of what was deleted before it stands over the first 4 bytes of text.
struct DBXSegment {
  enum State {
    case used
    /// The place of what was deleted before it.
    case deleted(before: Int)
  }

  static let headByteCount = 16
  static let roomByteCount = 0x200
  static let byteCount = headByteCount + roomByteCount
  private static let deletedRoomByteCount = 0x1FC
  /// What the place of another piece stands over.
  static let lostByteCount = 4

  let text: Range<Int>
  let next: Int
  let state: State

  /// Nil where no piece lies at `position`.
  init?(_ bytes: Span<UInt8>, at position: Int) {
    guard bytes.isMarked(at: position),
      bytes.range(at: position, byteCount: Self.headByteCount) != nil
    else { return nil }
    let room = Int(bytes.littleEndian32(at: position + 4))
    let count = Int(bytes.littleEndian32(at: position + 8))
    let start = position + Self.headByteCount
    next = Int(bytes.littleEndian32(at: position + 12))
    if room == Self.roomByteCount, 1...Self.roomByteCount ~= count,
      let range = bytes.range(at: start, byteCount: count)
    {
      (text, state) = (range, .used)
    } else if room == Self.deletedRoomByteCount, count == Self.byteCount,
      let range = bytes.range(at: start, byteCount: Self.roomByteCount),
      let before = bytes.littleUInt32(at: start)
    {
      (text, state) = (range, .deleted(before: before))
    } else {
      return nil
    }
  }

  var isDeleted: Bool {
    if case .deleted = state { true } else { false }
  }
}
