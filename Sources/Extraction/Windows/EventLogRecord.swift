/// A record of an event log.
///
/// 24 bytes of head (a mark, the bytes of the record in 4 bytes, its number, when it was written), an event
/// in binary XML, the bytes of the record again.
struct EventLogRecord {
  static let headByteCount = 24
  private static let leastByteCount = headByteCount + 4

  let number: UInt64
  /// What lies in the chunk of it.
  let range: Range<Int>
  /// Whether it ends where it says.
  let isWhole: Bool

  /// Nil where no record begins at `position`.
  init?(_ chunk: Span<UInt8>, at position: Int) {
    guard chunk.begins(with: "**\0\0", at: position),
      let byteCount = chunk.littleUInt32(at: position + 4), byteCount >= Self.leastByteCount,
      let number = chunk.littleUInt64(at: position + 8)
    else { return nil }
    self.number = number
    range = position..<min(position + byteCount, chunk.count)
    isWhole =
      range.count == byteCount && chunk.littleUInt32(at: range.upperBound - 4) == byteCount
  }

  /// The number as the place of values; records count from 1.
  var place: Int { max(1, Int(clamping: number)) }

  var event: Range<Int> {
    let start = min(range.lowerBound + Self.headByteCount, range.upperBound)
    return start..<max(start, isWhole ? range.upperBound - 4 : range.upperBound)
  }
}
