import ContentTypes
import ScanModel

/// Reads what Outlook packs into winmail.dat.
enum TNEFReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    .partial(.malformed)
  }
}
