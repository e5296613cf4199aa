import ScanModel

/// Takes what lies in a document beside what its reader reads: custom XML, the controls of sheets, the names
/// of those who shared a workbook, and whatever other programs keep there.
enum RemainingStreams {
  /// What readers of documents read, and streams of pictures.
  private static let known: [StaticString] = [
    "WordDocument", "0Table", "1Table", "Data", "Workbook", "Book", "PowerPoint Document",
    "Current User", "Pictures", "ObjectPool", "Macros", "VBA", "PROJECT", "PROJECTwm",
    "_VBA_PROJECT_CUR", "_SX_DB_CUR",
  ]
  private static let knownFronts: [StaticString] = ["MBD", "LNK", "Embedding "]
  /// Those of which the runs of text are all that tells of people.
  private static let ofRuns: [StaticString] = [
    "Ctls", "User Names", "Revision Log", "MailEnvelope", "ETExtData", "Current ID",
  ]

  /// False where runs of text had to do for something else.
  static func take<Sink: DocumentSink & ~Copyable>(
    in document: CompoundFileEntry, of file: CompoundFile, _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) -> Bool {
    var isWhole = true
    var waiting = document.children.filter { !isKnown(file.entries[$0]) }.reversed().map {
      (index: $0, path: file.entries[$0].name)
    }
    while let (index, path) = waiting.popLast(), !sink.isCancelled {
      let entry = file.entries[index]
      guard entry.kind == .stream else {
        if CompoundFileKind(of: entry, in: file) != .other {
          sink.takeStorage(entry, of: file, bytes, at: [.member(path)])
          continue
        }
        waiting += entry.children.reversed().map { ($0, path + "/" + file.entries[$0].name) }
        continue
      }
      let stream = file.stream(entry, of: bytes)
      guard sink.context.spend(unpacked: stream.bytes.count) else {
        sink.miss(.limit, at: [.member(path)])
        return true
      }
      if !stream.isWhole { sink.miss(.malformed, at: [.member(path)]) }
      let isRead = sink.takeValue(stream.bytes.span, at: [.member(path)])
      if !isRead, !ofRuns.contains(where: { entry.isNamed($0) }) { isWhole = false }
    }
    return isWhole
  }

  /// Whether something is read elsewhere, or only tells of where an object is shown.
  private static func isKnown(_ entry: CompoundFileEntry) -> Bool {
    entry.name.utf8.first.map { $0 < 0x20 } ?? true
      || known.contains { entry.isNamed($0) }
      || knownFronts.contains { entry.hasName(beginning: $0) }
  }
}
