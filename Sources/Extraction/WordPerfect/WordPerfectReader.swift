import ScanModel

/// Reads documents of WordPerfect from 5.0 on.
enum WordPerfectReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let header = WordPerfectHeader(bytes) else {
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    guard !header.isEncrypted else { return .partial(.encrypted) }
    var texts = WordPerfectTexts()
    sink.beginText(at: [])
    let isWhole: Bool
    if header.isVersion6 {
      var document = WordPerfect6Document(header, bytes)
      document.read(bytes, into: &texts, &sink)
      isWhole = !document.isMalformed
    } else {
      var document = WordPerfect5Document()
      document.read(bytes, header, into: &texts, &sink)
      isWhole = !document.isMalformed
    }
    texts.finish(into: &sink)
    if sink.isCancelled { return .partial(.interrupted) }
    let isCut = header.documentStart > bytes.count || header.statedByteCount ?? 0 > bytes.count
    return isWhole && !isCut ? .complete : .partial(.malformed)
  }
}
