/// A record of a notebook: its type, its length and its body.
///
/// Source: libwps, Quattro.cpp; Quattro Pro files.
struct QuattroRecord: WorksheetRecord {
  let type: Int
  let body: Range<Int>

  /// Nil where no whole record lies at `position`.
  init?(in bytes: Span<UInt8>, at position: Int) {
    guard let type = bytes.littleUInt16(at: position) else { return nil }
    // The length of a long one has four bytes.
    let isLong = type & 0x8000 != 0
    let length =
      isLong ? bytes.littleUInt32(at: position + 2) : bytes.littleUInt16(at: position + 2)
    let start = position + (isLong ? 6 : 4)
    guard let length, length <= bytes.count - start else { return nil }
    self.type = type & 0x7FFF
    body = start..<start + length
  }
}
