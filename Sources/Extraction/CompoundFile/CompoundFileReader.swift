import ContentTypes
import ScanModel

/// Reads compound files (OLE2) and the documents that are built as one.
enum CompoundFileReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ type: BinaryType, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let file = CompoundFile(bytes) else {
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    return extract(file, root: file.root, bytes, into: &sink)
  }

  /// Takes the document that lies in the storage `root` of `file`, whatever its streams tell that it
  /// is.
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ file: CompoundFile, root: CompoundFileEntry, _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    switch CompoundFileKind(of: root, in: file) {
    case .message:
      return OutlookMessageReader.extract(file, root: root, bytes, into: &sink)
    case .encrypted:
      return .partial(.encrypted)
    case .word:
      return WordReader.extract(file, root: root, bytes, into: &sink)
    case .excel:
      return ExcelReader.extract(file, root: root, bytes, into: &sink)
    case .powerPoint:
      return PowerPointReader.extract(file, root: root, bytes, into: &sink)
    case .visio, .other:
      return takeStreams(of: root, in: file, bytes, into: &sink)
    }
  }

  /// Takes the runs of text in all streams below `root`.
  private static func takeStreams<Sink: DocumentSink & ~Copyable>(
    of root: CompoundFileEntry, in file: CompoundFile, _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) -> ExtractionOutcome {
    var waiting = root.children
    while let index = waiting.popLast(), !sink.isCancelled {
      let entry = file.entries[index]
      guard entry.kind == .stream else {
        waiting.append(contentsOf: entry.children)
        continue
      }
      let stream = file.stream(entry, of: bytes)
      guard sink.context.spend(unpacked: stream.bytes.count) else { return .partial(.limit) }
      sink.takeRuns(of: stream.bytes.span)
    }
    return .partial(.textInBinary)
  }
}
