import ScanModel

/// Reads documents of Word up to 2003.
enum WordReader {
  /// Takes the document that lies in the storage `root` of `file`.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ file: CompoundFile, root: CompoundFileEntry, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    .partial(.malformed)
  }
}
