import ScanModel

/// Reads EPUB packages.
enum EPUBReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ archive: borrowing ZipArchive, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    PackageMembers.takeAll(of: archive, bytes, into: &sink)
  }
}
