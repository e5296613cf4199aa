import ContentTypes
import ScanModel

/// Reads zip archives and the documents that are built as one.
enum PackageReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ type: BinaryType, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    .partial(.malformed)
  }
}
