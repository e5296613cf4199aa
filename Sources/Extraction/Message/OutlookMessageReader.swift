import ScanModel

/// Reads messages that Outlook saved (.msg).
enum OutlookMessageReader {
  /// Takes the message that lies in the storage `root` of `file`.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ file: CompoundFile, root: CompoundFileEntry, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    .partial(.malformed)
  }
}
