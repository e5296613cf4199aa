import ScanModel

extension DocumentExtractor {
  /// Makes ready what readers would open files for: call it before the process is locked in.
  package static func prepare() {
    Charsets.warmUp()
    NameLocale.open()
  }

  /// Pushes the runs of text in the bytes of a document that could not be read as what it is.
  package static func extractRawText<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    sink.beginText(at: [.section(.rawText)])
    bytes.withUnsafeBytes { all in
      var extractor = TextExtractor()
      _ = try? extractor.extractRuns(
        head: [], rest: ExtentSource(all, [0..<all.count]), into: &sink)
    }
    sink.endText()
  }

  /// Pushes the runs of text in what lies deflated in the bytes of a document.
  package static func extractDeflatedText<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    guard bytes.count <= sink.context.limits.bytesInMemory else { return }
    var islands = DeflatedIslands(bytes.bytes(0..<bytes.count))
    while let island = islands.next() {
      guard !sink.isCancelled, sink.context.spend(unpacked: island.count) else { return }
      extractRawText(island.span, into: &sink)
    }
  }
}
