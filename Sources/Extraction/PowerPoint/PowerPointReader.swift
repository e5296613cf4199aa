import ScanModel

/// Reads presentations of PowerPoint up to 2003.
enum PowerPointReader {
  /// Takes the presentation that lies in the storage `root` of `file`.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ file: CompoundFile, root: CompoundFileEntry, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    .partial(.malformed)
  }
}
