import ContentTypes
import ScanModel

/// Reads OpenDocument files that are one XML document: properties, styles and content in one.
enum OpenDocumentFlatFile {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, _ encoding: TextEncoding, into sink: inout Sink
  ) -> ExtractionOutcome {
    let file = bytes.withUnsafeBufferPointer { Array($0) }
    var parts = OpenDocumentFlatParts()
    let failure = XMLPartScanner.read(file, encoding, &parts, into: &sink)
    parts.finish(into: &sink)
    if let failure { return .partial(failure) }
    if parts.content.hasBinaryData {
      // Members come between texts, so that they are taken when all texts have ended.
      var members = OpenDocumentFlatMembers()
      if let failure = XMLPartScanner.read(file, encoding, &members, into: &sink) {
        return .partial(failure)
      }
      if members.isOverLimit { return .partial(.limit) }
    }
    if sink.isCancelled { return .partial(.interrupted) }
    return parts.isWhole ? parts.content.outcome : .partial(.malformed)
  }
}
