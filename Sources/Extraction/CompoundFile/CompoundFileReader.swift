import ContentTypes
import ScanModel

/// Reads compound files (OLE2) and the documents that are built as one.
enum CompoundFileReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ type: BinaryType, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let file = CompoundFile(bytes) else {
      if BIFFWorkbookReader.canRead(bytes) { return ExcelReader.extract(bytes, into: &sink) }
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    let outcome = extract(file, root: file.root, bytes, into: &sink)
    return outcome == .complete && file.isCut(bytes.count) ? .partial(.malformed) : outcome
  }

  /// Takes the document that lies in the storage `root` of `file`, whatever its streams tell that it
  /// is, with its properties and embedded objects.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ file: CompoundFile, root: CompoundFileEntry, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    let kind = CompoundFileKind(of: root, in: file)
    guard kind != .message else {
      return OutlookMessageReader.extract(file, root: root, bytes, into: &sink)
    }
    var outcome = extract(kind, file, root: root, bytes, into: &sink)
    if kind.hasStreamsOfOthers, outcome != .partial(.encrypted),
      !RemainingStreams.take(in: root, of: file, bytes, into: &sink), outcome == .complete
    {
      outcome = .partial(.textInBinary)
    }
    takeProperties(of: root, in: file, bytes, into: &sink)
    EmbeddedObjects.take(in: root, of: file, bytes, into: &sink)
    MacroModules.take(in: root, of: file, bytes, into: &sink)
    return outcome
  }

  private static func extract<Sink: DocumentSink & ~Copyable>(
    _ kind: CompoundFileKind, _ file: CompoundFile, root: CompoundFileEntry,
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    switch kind {
    case .encrypted:
      return EncryptedPackageReader.extract(file, root: root, bytes, into: &sink)
    case .word:
      return WordReader.extract(file, root: root, bytes, into: &sink)
    case .excel:
      return ExcelReader.extract(file, root: root, bytes, into: &sink)
    case .powerPoint:
      return PowerPointReader.extract(file, root: root, bytes, into: &sink)
    case .perfectOffice:
      return takePerfectOffice("PerfectOffice_MAIN", of: root, in: file, bytes, into: &sink)
    case .quattroPro:
      return takePerfectOffice("NativeContent_MAIN", of: root, in: file, bytes, into: &sink)
    case .macros: return .complete
    case .control:
      return takeControl(in: root, of: file, bytes, into: &sink)
    case .thumbnails:
      return ThumbnailStore.extract(file, root: root, bytes, into: &sink)
    case .message, .visio, .other:
      if EmbeddedObjects.takeFile(of: root, in: file, bytes, into: &sink) { return .complete }
      return takeStreams(of: root, in: file, bytes, into: &sink)
    }
  }

  /// Takes the document of WordPerfect or Quattro Pro that is the stream `name` of `root`.
  private static func takePerfectOffice<Sink: DocumentSink & ~Copyable>(
    _ name: StaticString, of root: CompoundFileEntry, in file: CompoundFile, _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let entry = file.stream(name, in: root) else {
      return .partial(.malformed)
    }
    let stream = file.stream(entry, of: bytes)
    guard sink.context.spend(unpacked: stream.bytes.count) else { return .partial(.limit) }
    let content = stream.bytes.span
    let outcome =
      QuattroReader.canRead(content)
      ? QuattroReader.extract(content, into: &sink)
      : WordPerfectReader.extract(content, into: &sink)
    return outcome == .complete && !stream.isWhole ? .partial(.malformed) : outcome
  }

  /// Takes what a control of a form says, and what was filled in.
  private static func takeControl<Sink: DocumentSink & ~Copyable>(
    in root: CompoundFileEntry, of file: CompoundFile, _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let layout = FormControlLayout(classID: root.classID),
      let entry = file.stream("contents", in: root)
    else { return .partial(.malformed) }
    let stream = file.stream(entry, of: bytes)
    guard sink.context.spend(unpacked: stream.bytes.count) else { return .partial(.limit) }
    guard let control = FormControl(stream.bytes.span, layout) else {
      sink.takeRuns(of: stream.bytes.span)
      return .partial(.textInBinary)
    }
    sink.takeTexts(control.texts, at: [.section(.formFields)])
    return control.hasPicture ? .partial(.needsOCR) : .complete
  }

  /// Takes the properties in the streams of `root`, whose names begin with U+0005.
  private static func takeProperties<Sink: DocumentSink & ~Copyable>(
    of root: CompoundFileEntry, in file: CompoundFile, _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) {
    var properties: [PropertySet.Property] = []
    for entry in file.children(of: root)
    where entry.kind == .stream && entry.hasName(beginning: "\u{5}") {
      let stream = file.stream(entry, of: bytes)
      guard sink.context.spend(unpacked: stream.bytes.count) else {
        return sink.miss(.limit, at: [.section(.properties)])
      }
      properties.append(contentsOf: PropertySet.properties(of: stream.bytes.span))
    }
    sink.takeTexts(properties.map { ($0.value, $0.name) }, at: [.section(.properties)])
  }

  /// Takes all streams below `root`: those that are documents or texts as what they are, of others the
  /// runs of text in them.
  private static func takeStreams<Sink: DocumentSink & ~Copyable>(
    of root: CompoundFileEntry, in file: CompoundFile, _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) -> ExtractionOutcome {
    var waiting = Array(root.children.reversed())
    var isWhole = true
    while let index = waiting.popLast(), !sink.isCancelled {
      let entry = file.entries[index]
      guard entry.kind == .stream else {
        if !entry.isNamed("VBA") { waiting.append(contentsOf: entry.children.reversed()) }
        continue
      }
      guard !entry.isAboutObject, !entry.hasName(beginning: "\u{5}") else { continue }
      let stream = file.stream(entry, of: bytes)
      guard sink.context.spend(unpacked: stream.bytes.count) else { return .partial(.limit) }
      if entry.isNamed("VisioDocument"), VisioReader.take(stream.bytes.span, into: &sink) {
        // Runs of text, whatever they belong to.
        isWhole = false
        continue
      }
      let isRead = sink.takeValue(stream.bytes.span, at: [.member(entry.name)])
      isWhole = isWhole && isRead && stream.isWhole
    }
    return sink.isCancelled ? .partial(.interrupted) : isWhole ? .complete : .partial(.textInBinary)
  }
}
