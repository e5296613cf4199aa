import ContentTypes
import ScanModel

/// Reads Outlook stores (pst, ost).
enum OutlookStoreReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    .partial(.malformed)
  }
}
