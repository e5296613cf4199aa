import ContentTypes
import ScanModel

/// Reads documents of Write for Windows and of Word for DOS, whose text lies behind 128 bytes.
///
/// Source: Microsoft, Write File Format (Windows 3.1 SDK).
enum WriteReader {
  private static let textStart = 128

  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let end = bytes.littleUInt32(at: 14), end >= textStart, bytes.count >= textStart else {
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    let text = bytes.extracting(textStart..<min(end, bytes.count))
    // Between its paragraphs stand pictures and objects as they are.
    guard case .text(_, let encoding) = ContentType.ofWhole(text) else {
      if !text.isEmpty { sink.takeRuns(of: text) }
      return text.isEmpty ? .complete : .partial(.textInBinary)
    }
    sink.takeText(.running, encoding, text.bytes(0..<text.count), at: [])
    return end <= bytes.count ? .complete : .partial(.malformed)
  }
}
