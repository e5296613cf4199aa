import ScanModel

/// Reads documents of Word from version 6 to 2003.
enum WordReader {
  /// Takes the document that lies in the storage `root` of `file`.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ file: CompoundFile, root: CompoundFileEntry, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let entry = file.stream("WordDocument", in: root) else { return .partial(.malformed) }
    let stream = file.stream(entry, of: bytes)
    guard sink.context.spend(unpacked: stream.bytes.count) else { return .partial(.limit) }
    guard let header = WordHeader(stream.bytes.span) else {
      sink.takeRuns(of: stream.bytes.span)
      return .partial(.malformed)
    }
    guard !header.isEncrypted else { return .partial(.encrypted) }
    var table = stream
    if !header.isOld {
      let first = file.stream("0Table", in: root)
      let second = file.stream("1Table", in: root)
      let entry = header.usesSecondTable ? second ?? first : first ?? second
      table =
        entry.map { file.stream($0, of: bytes) }
        ?? CompoundFile.Stream(
          bytes: [], isWhole: false)
      guard sink.context.spend(unpacked: table.bytes.count) else { return .partial(.limit) }
    }
    let document = WordDocument(header, stream.bytes, table.bytes)
    guard document.pieces.characterCount > 0 || !document.pieces.isDamaged else {
      sink.takeRuns(of: stream.bytes.span)
      return .partial(.malformed)
    }
    var outcome = document.takeStories(into: &sink)
    var data = CompoundFile.Stream(bytes: [], isWhole: true)
    if let entry = file.stream("Data", in: root) { data = file.stream(entry, of: bytes) }
    takeData(data, into: &sink)
    OfficePictures.take(of: [data.bytes, stream.bytes], into: &sink)
    let isWhole =
      stream.isWhole && table.isWhole && data.isWhole && !document.pieces.isDamaged
      && document.pieces.areWithin(stream.bytes.count)
    if outcome == .complete, !isWhole { outcome = .partial(.malformed) }
    return outcome
  }

  /// Takes the fields of forms in the stream that holds them and pictures.
  private static func takeData<Sink: DocumentSink & ~Copyable>(
    _ data: CompoundFile.Stream, into sink: inout Sink
  ) {
    guard sink.context.spend(unpacked: data.bytes.count) else {
      return sink.miss(.limit, at: [.section(.formFields)])
    }
    let fields = WordFormFields(data.bytes.span).fields
    guard !fields.isEmpty else { return }
    sink.beginText(at: [.section(.formFields)])
    var text = DocumentText()
    for field in fields {
      text.add(field.text, named: field.name)
      text.pushIfDue(into: &sink)
    }
    text.finish(into: &sink)
    sink.endText()
  }
}
