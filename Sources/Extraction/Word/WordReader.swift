import ScanModel

/// Reads documents of Word from version 6 to 2003.
enum WordReader {
  /// Takes the document that lies in the storage `root` of `file`.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ file: CompoundFile, root: CompoundFileEntry, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let entry = file.stream("WordDocument", in: root) else { return .partial(.malformed) }
    var stream = file.stream(entry, of: bytes)
    guard sink.context.spend(unpacked: stream.bytes.count) else { return .partial(.limit) }
    guard var header = WordHeader(stream.bytes.span) else {
      sink.takeRuns(of: stream.bytes.span)
      return .partial(.malformed)
    }
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
    var cipher: StreamCipher?
    if header.isEncrypted {
      cipher =
        header.isOld
        ? nil
        : WordDecryption.cipher(
          document: stream.bytes.span, table: table.bytes.span,
          passwords: OfficePassword.candidates(sink.context))
      guard let cipher else { return .partial(.encrypted) }
      WordDecryption.decrypt(document: &stream.bytes, cipher)
      WordDecryption.decrypt(&table.bytes, cipher)
      header = WordHeader(stream.bytes.span) ?? header
    }
    let document = WordDocument(header, stream.bytes, table.bytes)
    guard document.pieces.characterCount > 0 || !document.pieces.isDamaged else {
      sink.takeRuns(of: stream.bytes.span)
      return .partial(.malformed)
    }
    var outcome = document.takeStories(into: &sink)
    if header.nextStart > 0, let next = WordHeader(stream.bytes.span, at: header.nextStart) {
      let autoText = WordDocument(next, stream.bytes, table.bytes)
      if outcome == .complete { outcome = autoText.takeStories(into: &sink) }
    }
    var data = CompoundFile.Stream(bytes: [], isWhole: true)
    if let entry = file.stream("Data", in: root) { data = file.stream(entry, of: bytes) }
    if let cipher { WordDecryption.decrypt(&data.bytes, cipher) }
    takeData(data, into: &sink)
    document.takeShapes(data.bytes, into: &sink)
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
    sink.takeTexts(fields.map { ($0.text, $0.name) }, at: [.section(.formFields)])
  }
}
