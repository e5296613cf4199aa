import ContentTypes
import ScanModel

/// Reads RTF.
enum RTFReader {
  /// `parts` is where the document stands in the innermost member.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, at parts: [DocumentPart] = [], into sink: inout Sink
  ) -> ExtractionOutcome {
    var document = RTFDocument(at: parts)
    document.read(bytes, into: &sink)
    document.finish(into: &sink)
    if let html = document.html {
      guard sink.context.spend(unpacked: html.count) else { return .partial(.limit) }
      sink.takeText(.html, .utf8, html, at: parts)
    }
    for (index, member) in document.members.enumerated() {
      guard !sink.isCancelled else { break }
      guard sink.context.spend(unpacked: member.range.count / 2) else { return .partial(.limit) }
      member.take(bytes, number: index + 1, at: parts, into: &sink)
    }
    if sink.isCancelled { return .partial(.interrupted) }
    if document.isOverLimit { return .partial(.limit) }
    return document.isMalformed ? .partial(.malformed) : .complete
  }
}
