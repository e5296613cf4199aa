import ContentTypes
import ScanModel

/// Reads the custom format of pg_dump.
enum PostgresDumpReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    .partial(.malformed)
  }
}
