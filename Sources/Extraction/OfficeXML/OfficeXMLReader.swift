import ContentTypes
import ScanModel

/// Reads documents of Office that are one XML document: those of Word and Excel 2003, and packages
/// that were written flat.
enum OfficeXMLReader {
  static func extractWord<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, _ encoding: TextEncoding, into sink: inout Sink
  ) -> ExtractionOutcome {
    let file = bytes.bytes(0..<bytes.count)
    var text = PartText(file, encoding)
    var content = WordXMLContent()
    var failure = text.scan(into: &content, of: &sink)
    content.finish(into: &sink)
    if content.hasMembers, !sink.isCancelled {
      // Members come between texts, so that they are taken when all texts have ended.
      var members = WordXMLMembers()
      text = PartText(file, encoding)
      failure = text.scan(into: &members, of: &sink) ?? failure
      if members.isOverLimit { failure = .limit }
    }
    if sink.isCancelled { return .partial(.interrupted) }
    return failure.map { .partial($0) } ?? .complete
  }

  static func extractWorkbook<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, _ encoding: TextEncoding, into sink: inout Sink
  ) -> ExtractionOutcome {
    var text = PartText(bytes.bytes(0..<bytes.count), encoding)
    var content = WorkbookXMLContent(context: sink.context)
    let failure = text.scan(into: &content, of: &sink)
    content.finish(into: &sink)
    if sink.isCancelled { return .partial(.interrupted) }
    return failure.map { .partial($0) } ?? .complete
  }

  /// Reads a flat package as the one that it stands for.
  static func extractPackage<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, _ encoding: TextEncoding, into sink: inout Sink
  ) -> ExtractionOutcome {
    let file = bytes.bytes(0..<bytes.count)
    guard sink.context.spend(unpacked: file.count) else { return .partial(.limit) }
    let package = FlatPackage(PartText(file, encoding).head, &sink)
    let archive = ZipArchive(package.bytes.span, context: sink.context)
    let outcome = OfficeReader.extract(archive, package.bytes.span, into: &sink)
    return package.failure.map { .partial($0) } ?? outcome
  }
}
