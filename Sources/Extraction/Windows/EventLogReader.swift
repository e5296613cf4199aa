import ContentTypes
import ScanModel

/// Reads event logs of Windows (`.evtx`): the values of all records, and of those that lie in parts of
/// the file which are in no use.
///
/// A header of 4 KB and chunks of 64 KB, each with names and templates of its own. What the header says
/// of them is not believed: it is not kept up while the log is written.
///
/// Source: J.B. Metz, Windows XML Event Log (EVTX); MS-EVEN6 2.2.
enum EventLogReader {
  private static let headerByteCount = 4096
  private static let chunkByteCount = 65_536
  private static let chunkCountAt = 42

  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard bytes.count >= headerByteCount, let count = bytes.littleUInt16(at: chunkCountAt) else {
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    var log = EventLog()
    var reason: PartialReason?
    var hasRemains = false
    sink.beginText(at: [])
    for range in chunks(of: bytes) {
      let chunk = bytes.extracting(range)
      let records = EventLogChunk(chunk)
      if !records.unused.isEmpty { hasRemains = true }
      if !records.isWhole || range.count < chunkByteCount { reason = .malformed }
      guard log.take(records.used, in: chunk, into: &sink) else { break }
    }
    log.finish(into: &sink)
    sink.endText()
    if bytes.count - headerByteCount <= (count - 1) * chunkByteCount || !log.isWhole {
      reason = .malformed
    }
    let binary = log.binary
    if hasRemains, log.failure == nil { takeRemains(of: bytes, into: &sink) }
    sink.takeRuns(of: binary.span)
    if sink.isCancelled { return .partial(.interrupted) }
    if let failure = log.failure ?? reason { return .partial(failure) }
    return log.hasEncodedParts ? .partial(.encodedParts) : .complete
  }

  /// Reads what lies in chunks of records that are in no use; damage there is none of the file.
  private static func takeRemains<Sink: DocumentSink & ~Copyable>(
    of bytes: Span<UInt8>, into sink: inout Sink
  ) {
    var log = EventLog()
    sink.beginText(at: [.section(.deletedText)])
    for range in chunks(of: bytes) {
      let chunk = bytes.extracting(range)
      guard log.take(EventLogChunk(chunk).unused, in: chunk, into: &sink) else { break }
    }
    log.finish(into: &sink)
    sink.endText()
    sink.takeRuns(of: log.binary.span, in: .deletedText)
  }

  /// The chunks that hold anything.
  private static func chunks(of bytes: Span<UInt8>) -> [Range<Int>] {
    stride(from: headerByteCount, to: bytes.count, by: chunkByteCount)
      .map { $0..<min($0 + chunkByteCount, bytes.count) }
      .filter { range in range.contains { bytes[$0] != 0 } }
  }
}
