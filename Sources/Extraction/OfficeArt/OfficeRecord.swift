/// A record of PowerPoint or of an Office drawing: a header of 8 bytes and what it is about.
///
/// Source: MS-PPT 2.3.1, MS-ODRAW 2.2.1.
struct OfficeRecord {
  static let headerByteCount = 8

  /// 15 for one that holds others.
  let version: Int
  let instance: Int
  let type: Int
  /// Where it begins, with its header.
  let start: Int
  let content: Range<Int>
  /// Whether it says that it is longer than what it lies in.
  let isCutOff: Bool

  var holdsRecords: Bool { version == 15 }

  /// Reads the record at `position`; nil where `end` leaves no room for one.
  init?(_ bytes: Span<UInt8>, at position: Int, end: Int) {
    guard position <= end - Self.headerByteCount, let head = bytes.littleUInt16(at: position),
      let type = bytes.littleUInt16(at: position + 2),
      let byteCount = bytes.littleUInt32(at: position + 4)
    else { return nil }
    version = head & 15
    instance = head >> 4
    self.type = type
    start = position
    let first = position + Self.headerByteCount
    isCutOff = byteCount > end - first
    content = first..<first + min(byteCount, end - first)
  }

  /// The records that lie directly in `range`.
  static func all(_ bytes: Span<UInt8>, in range: Range<Int>) -> [OfficeRecord] {
    var records: [OfficeRecord] = []
    var position = range.lowerBound
    while let record = OfficeRecord(bytes, at: position, end: min(range.upperBound, bytes.count)) {
      records.append(record)
      position = record.content.upperBound
    }
    return records
  }
}
