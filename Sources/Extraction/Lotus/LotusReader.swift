import ScanModel

/// Reads worksheets of Lotus 1-2-3 and Symphony, and those of Works, which are written alike.
enum LotusReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let first = LotusRecord(in: bytes, at: 0), LotusRecord.beginnings.contains(first.type)
    else {
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    // From release 3 on the first record says how many sheets there are too.
    guard first.body.count < 26 else {
      return LotusWorksheet3().read(bytes, into: &sink)
    }
    return LotusWorksheet1(bytes).read(bytes, into: &sink)
  }
}
