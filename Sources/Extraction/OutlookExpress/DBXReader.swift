import ContentTypes
import ScanModel

/// Reads files of Outlook Express 5 and 6 (`.dbx`): the messages of a folder, those that were deleted and
/// are still there, and the names of folders.
enum DBXReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let file = DBXFile(bytes) else {
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    switch file.kind {
    case .messages:
      var messages = DBXMessages()
      messages.take(file, in: bytes, into: &sink)
      return sink.isCancelled
        ? .partial(.interrupted) : messages.reason.map { .partial($0) } ?? .complete
    case .folders:
      return extractFolders(file, in: bytes, into: &sink)
    case .other:
      sink.takeRuns(of: bytes)
      return .partial(.textInBinary)
    }
  }

  /// Reads the names of folders, accounts among them, and the files that they are in.
  private static func extractFolders<Sink: DocumentSink & ~Copyable>(
    _ file: DBXFile, in bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    let tree = DBXTree(file, in: bytes)
    var isWhole = tree.isWhole && tree.records.count >= file.recordCount
    var text = TableText(columns: [Array("Folder".utf8), Array("File".utf8)])
    sink.beginText(at: [])
    for (index, position) in tree.records.enumerated() {
      if sink.isCancelled { break }
      guard let record = DBXRecord(bytes, at: position) else {
        isWhole = false
        continue
      }
      text.beginRow(index + 1)
      text.add(record.text(0x02, in: bytes), column: 1)
      text.add(record.text(0x03, in: bytes), column: 2)
      text.pushIfDue(into: &sink)
    }
    text.finish(into: &sink)
    sink.endText()
    sink.takeRuns(of: DBXFreed(file, in: bytes).bytes.span, in: .deletedText)
    if sink.isCancelled { return .partial(.interrupted) }
    return isWhole ? .complete : .partial(.malformed)
  }
}
