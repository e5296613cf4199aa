import ScanModel

/// Reads OpenDocument packages: texts, sheets, slides and drawings, and what is embedded in them.
///
/// Settings, styles, fonts and the pictures of embedded objects that are read themselves hold no
/// text of the document.
enum OpenDocumentReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ archive: borrowing ZipArchive, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var package = OpenDocumentPackage(outcome: archive.outcome)
    package.readManifest(archive, bytes, into: &sink)
    package.readDocument(archive, bytes, below: "", into: &sink)
    package.readObjects(archive, bytes, into: &sink)
    package.readMembers(archive, bytes, into: &sink)
    return sink.isCancelled ? .partial(.interrupted) : package.outcome
  }
}
