/// The pages of 512 bytes that tell the properties of characters or paragraphs.
///
/// Source: MS-DOC 2.8.4 to 2.8.6, 2.9.33, 2.9.174.
struct WordPropertyPages {
  static let byteCount = 512
  private static let limit = 1 << 20

  /// The pages in the stream, in the order of their table.
  private(set) var ranges: [Range<Int>] = []

  /// Reads the table of the pages; those that are not in the stream are left out.
  init(_ table: Span<UInt8>, _ range: Range<Int>, _ stream: Span<UInt8>, isOld: Bool) {
    let numberByteCount = isOld ? 2 : 4
    let count = max(range.count - 4, 0) / (4 + numberByteCount)
    for index in 0..<min(count, Self.limit) {
      let place = range.lowerBound + 4 * (count + 1) + numberByteCount * index
      let number =
        isOld ? table.littleUInt16(at: place) : table.littleUInt32(at: place).map { $0 & 0x3F_FFFF }
      guard let start = number.map({ $0 * Self.byteCount }),
        start + Self.byteCount <= stream.count
      else { continue }
      ranges.append(start..<start + Self.byteCount)
    }
  }
}
