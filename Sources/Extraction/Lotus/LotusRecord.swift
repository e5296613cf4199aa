/// A record of a worksheet: its type, its length and its body.
///
/// Source: Lotus Worksheet File Format, version 1A and 123 release 3.
struct LotusRecord: WorksheetRecord {
  /// Works from version 3 on writes the second.
  static let beginnings = [0x00, 0xFF]

  let type: Int
  let body: Range<Int>

  /// Nil where no whole record lies at `position`.
  init?(in bytes: Span<UInt8>, at position: Int) {
    guard let type = bytes.littleUInt16(at: position),
      let length = bytes.littleUInt16(at: position + 2), position + 4 + length <= bytes.count
    else { return nil }
    self.type = type
    body = position + 4..<position + 4 + length
  }
}
