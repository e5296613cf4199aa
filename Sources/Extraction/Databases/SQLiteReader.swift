import ContentTypes
import ScanModel

/// Reads SQLite databases.
enum SQLiteReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, log: [UInt8], into sink: inout Sink
  ) -> ExtractionOutcome {
    .partial(.malformed)
  }
}
