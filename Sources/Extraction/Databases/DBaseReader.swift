import ContentTypes
import ScanModel

/// Reads dBase and FoxPro tables, such as those of the attributes of shapefiles: all records, and those
/// that were deleted and still lie in the file as a text of their own.
///
/// Memos lie in a file beside the table, which is read by itself (`DBaseMemoReader`).
enum DBaseReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let header = DBaseHeader(bytes) else { return .partial(.malformed) }
    let present = max(0, bytes.count - header.recordStart) / header.recordLength
    let count = min(header.statedCount, present)
    let records = DBaseRecords(header, of: bytes, count: count)
    sink.beginText(at: [])
    let deletedCount = records.take(of: bytes, areDeleted: false, into: &sink)
    sink.endText()
    if deletedCount > 0, !sink.isCancelled {
      sink.beginText(at: [.section(.deletedText)])
      _ = records.take(of: bytes, areDeleted: true, into: &sink)
      sink.endText()
    }
    if sink.isCancelled { return .partial(.interrupted) }
    return present < header.statedCount ? .partial(.malformed) : .complete
  }
}

/// The records of a dBase table, and what was seen of them.
private struct DBaseRecords {
  /// From so many the encoding of all is told.
  private static let sampleCount = 2000
  /// The mark of a record that was deleted.
  private static let deletedMark = UInt8(ascii: "*")

  private let header: DBaseHeader
  private let count: Int
  private let values: DBaseValues

  init(_ header: DBaseHeader, of bytes: Span<UInt8>, count: Int) {
    self.header = header
    self.count = count
    values = DBaseValues(header) {
      var texts: [UInt8] = []
      for number in 0..<min(count, Self.sampleCount) {
        let record = bytes.extracting(header.record(number))
        for field in header.fields where field.form == .text {
          for index in field.start..<field.start + field.length where record[index] != 0 {
            texts.append(record[index])
          }
          texts.append(UInt8(ascii: " "))
        }
      }
      return texts
    }
  }

  /// Pushes those that are deleted, or those that are not; returns how many others there are.
  func take<Sink: DocumentSink & ~Copyable>(
    of bytes: Span<UInt8>, areDeleted: Bool, into sink: inout Sink
  ) -> Int {
    var text = TableText(columns: header.fields.map { values.text($0.name.span) })
    var otherCount = 0
    for number in 0..<count {
      if sink.isCancelled { break }
      let record = bytes.extracting(header.record(number))
      guard (record[0] == Self.deletedMark) == areDeleted else {
        otherCount += 1
        continue
      }
      text.beginRow(number + 1)
      for (index, field) in header.fields.enumerated() {
        let value = record.extracting(field.start..<field.start + field.length)
        let written = values.written(value, field.form)
        if !written.isEmpty { text.add(written, column: index + 1) }
      }
      text.pushIfDue(into: &sink)
    }
    text.finish(into: &sink)
    return otherCount
  }
}
