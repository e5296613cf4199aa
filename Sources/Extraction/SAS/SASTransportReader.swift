import ContentTypes
import ScanModel

/// Reads transport files of SAS (xpt): one table after the other.
enum SASTransportReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    // The records of the library: its header and two that say when it was made.
    var position = 3 * SASTransportTable.recordByteCount
    while position < bytes.count, !sink.isCancelled {
      guard let table = SASTransportTable(at: position, bytes) else {
        sink.takeRuns(of: bytes.extracting(position..<bytes.count))
        return .partial(.malformed)
      }
      table.take(bytes, into: &sink)
      position = table.end
    }
    if sink.isCancelled { return .partial(.interrupted) }
    // Padding fills the last record.
    if bytes.count % SASTransportTable.recordByteCount != 0 { sink.miss(.malformed, at: []) }
    return .complete
  }
}
