import ScanModel

/// Reads workbooks of Excel up to 2003.
enum ExcelReader {
  /// Takes the workbook that lies in the storage `root` of `file`.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ file: CompoundFile, root: CompoundFileEntry, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var outcome = ExtractionOutcome.complete
    var streams: [CompoundFile.Stream] = []
    for name in ["Workbook", "Book"] as [StaticString] {
      guard let entry = file.stream(name, in: root) else { continue }
      let stream = file.stream(entry, of: bytes)
      guard sink.context.spend(unpacked: stream.bytes.count) else { return .partial(.limit) }
      streams.append(stream)
    }
    // Excel 97 could write a copy for Excel 5 beside its own.
    if streams.count == 2,
      WorkbookValues(streams[0].bytes).hold(WorkbookValues(streams[1].bytes))
    {
      streams.removeLast()
    }
    for stream in streams { outcome.add(extract(stream, into: &sink)) }
    if let caches = file.entry("_SX_DB_CUR", in: root) {
      for entry in file.children(of: caches) where entry.kind == .stream {
        let stream = file.stream(entry, of: bytes)
        guard sink.context.spend(unpacked: stream.bytes.count) else { return .partial(.limit) }
        var cache = PivotCache()
        outcome.add(cache.read(stream.bytes.span, into: &sink))
      }
    }
    return outcome
  }

  /// Takes a workbook that is not in a compound file, as Excel 2 to 4 wrote it.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var stream: [UInt8] = []
    stream.append(bytes, bytes.indices)
    return extract(CompoundFile.Stream(bytes: stream, isWhole: true), into: &sink)
  }

  private static func extract<Sink: DocumentSink & ~Copyable>(
    _ stream: CompoundFile.Stream, into sink: inout Sink
  ) -> ExtractionOutcome {
    var bytes = stream.bytes
    let passwords = OfficePassword.candidates(sink.context)
    guard WorkbookDecryption.decrypt(&bytes, passwords: passwords) else {
      return .partial(.encrypted)
    }
    var reader = BIFFWorkbookReader()
    let outcome = reader.read(bytes.span, into: &sink)
    return outcome == .complete && !stream.isWhole ? .partial(.malformed) : outcome
  }
}

extension ExtractionOutcome {
  /// Takes the outcome of another part, where this one is complete so far.
  fileprivate mutating func add(_ other: ExtractionOutcome) {
    if self == .complete { self = other }
  }
}
