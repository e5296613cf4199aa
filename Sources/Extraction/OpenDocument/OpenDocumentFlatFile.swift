import ContentTypes
import ScanModel

/// Reads OpenDocument files that are one XML document: properties, styles and content in one.
enum OpenDocumentFlatFile {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, _ encoding: TextEncoding, into sink: inout Sink
  ) -> ExtractionOutcome {
    let file = bytes.bytes(0..<bytes.count)
    var text = PartText(file, encoding)
    var parts = OpenDocumentFlatParts()
    let failure = text.scan(into: &parts, of: &sink)
    parts.finish(into: &sink)
    if let failure { return .partial(failure) }
    if parts.content.hasBinaryData {
      // Members come between texts, so that they are taken when all texts have ended.
      var members = OpenDocumentFlatMembers()
      text = PartText(file, encoding)
      if let failure = text.scan(into: &members, of: &sink) {
        return .partial(failure)
      }
      if members.isOverLimit { return .partial(.limit) }
    }
    if sink.isCancelled { return .partial(.interrupted) }
    return parts.content.outcome
  }
}
