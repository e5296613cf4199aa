import ScanModel

/// The text that records of an event log become: a field for each value, with the number of its record.
struct EventLog {
  /// The bytes of text that the records of one chunk become at most, with 16 for each step.
  private static let budgetOfChunk = 8 << 20

  private var xml = BinaryXML()
  /// Why no more records are taken, where that is so.
  private(set) var failure: PartialReason?
  /// Whether all records that were taken could be followed to their end.
  private(set) var isWhole = true

  /// The values that are bytes, with NULs between them.
  var binary: [UInt8] { xml.binary }
  var hasEncodedParts: Bool { xml.text.hasEncodedParts }

  /// Takes records of one chunk; false where no more may be taken.
  mutating func take<Sink: DocumentSink & ~Copyable>(
    _ records: [EventLogRecord], in chunk: Span<UInt8>, into sink: inout Sink
  ) -> Bool {
    xml.beginChunk(budget: Self.budgetOfChunk)
    for record in records {
      if sink.isCancelled { return false }
      let rest = xml.budget
      if !xml.take(record.event, of: chunk, row: record.place) {
        isWhole = false
      }
      guard sink.context.spend(unpacked: max(0, rest - xml.budget)) else {
        failure = .limit
        return false
      }
      if xml.text.window.isDue { _ = xml.text.window.push(into: &sink) }
    }
    return true
  }

  mutating func finish(into sink: inout some TextSink & ~Copyable) {
    _ = xml.text.window.push(into: &sink, isLast: true)
  }
}
