/// The texts of a damaged presentation that no record leads to, since one on the way is broken.
enum PowerPointStrays {
  /// Where records of text lie, as their headers look, besides those that begin at `seen`.
  static func places(in stream: Span<UInt8>, besides seen: Set<Int>) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var position = 0
    while position + OfficeRecord.headerByteCount < stream.count {
      // All headers of text begin alike.
      guard stream[position] == 0, stream[position + 1] == 0, stream[position + 3] == 0x0F,
        let record = OfficeRecord(stream, at: position, end: stream.count),
        isText(record, in: stream)
      else {
        position += 1
        continue
      }
      position = record.content.upperBound
      if !seen.contains(record.start) { places.append(record.start..<position) }
    }
    return places
  }

  /// Whether it is whole and holds characters, of which none is zero.
  private static func isText(_ record: OfficeRecord, in stream: Span<UInt8>) -> Bool {
    guard !record.isCutOff, !record.content.isEmpty else { return false }
    switch record.type {
    case PowerPointRecords.bytes:
      return !record.content.contains { stream[$0] == 0 }
    case PowerPointRecords.characters:
      guard record.content.count.isMultiple(of: 2) else { return false }
      return !stride(from: record.content.lowerBound, to: record.content.upperBound, by: 2)
        .contains { stream[$0] == 0 && stream[$0 + 1] == 0 }
    default: return false
    }
  }
}
