import ContentTypes
import ScanModel

/// Reads compound files (OLE2) and the documents that are built as one.
enum CompoundFileReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ type: BinaryType, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    .partial(.malformed)
  }
}
