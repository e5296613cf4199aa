import ContentTypes
import ScanModel

/// Reads who has a document of Office open, or had when it broke down.
enum OwnerFileReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let file = OwnerFileShape(bytes) else {
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    sink.takeTexts(
      [(bytes.utf16Text(in: file.name, .little), Array("User name".utf8))], at: [])
    return .complete
  }
}
