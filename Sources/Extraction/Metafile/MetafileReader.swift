import ContentTypes
import ScanModel

/// Reads pictures that are drawings (EMF and WMF): the words that they write, in lines and columns as
/// they are seen.
enum MetafileReader {
  /// Reads an enhanced metafile (EMF, also with EMF+ in it).
  static func extractEnhanced<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var metafile = EnhancedMetafile()
    metafile.read(bytes)
    return push(metafile.drawing, into: &sink)
  }

  /// Reads a metafile of 16 bits (WMF).
  static func extractPlain<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var metafile = PlainMetafile()
    metafile.read(bytes)
    return push(metafile.drawing, into: &sink)
  }

  private static func push<Sink: DocumentSink & ~Copyable>(
    _ drawing: MetafileDrawing, into sink: inout Sink
  ) -> ExtractionOutcome {
    if !drawing.page.runs.isEmpty {
      let layout = PDFPageLayout(drawing.page)
      let writer = PDFPageWriter(layout)
      if !writer.bytes.isEmpty { sink.takeText(.running, .utf8, writer.bytes, at: []) }
    }
    if !drawing.descriptions.isEmpty {
      var text = DocumentText()
      for description in drawing.descriptions { text.addParagraph(description) }
      if !text.isEmpty {
        sink.beginText(at: [.section(.metadata)])
        text.finish(into: &sink)
        sink.endText()
      }
    }
    for (index, picture) in drawing.pictures.enumerated() where !sink.isCancelled {
      let parts = [DocumentPart.member("picture \(index + 1)")]
      if sink.context.spend(unpacked: picture.count) {
        sink.takeMember(at: parts, bytes: picture)
      } else {
        sink.miss(.limit, at: parts)
      }
    }
    if sink.isCancelled { return .partial(.interrupted) }
    return drawing.failure.map { .partial($0) } ?? .complete
  }
}
