import ScanModel

/// Reads documents of Word 2 for Windows, whose text stands in one piece.
///
/// One that was saved quickly holds what was typed since behind its text, and its order in a table
/// that is not read: it ends as partial.
enum EarlyWordReader {
  private enum Flag {
    static let savedQuickly = 0x0004
    static let encrypted = 0x0100
  }

  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let flags = bytes.littleUInt16(at: 10), let start = bytes.littleUInt32(at: 24),
      let end = bytes.littleUInt32(at: 28), start <= bytes.count
    else {
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    guard flags & Flag.encrypted == 0 else { return .partial(.encrypted) }
    guard sink.context.spend(unpacked: bytes.count) else { return .partial(.limit) }
    let chunk = WordPieces.Chunk(
      bytes: start..<max(start, min(end, bytes.count)), isWide: false)
    sink.beginText(at: [])
    var text = WordText(codePage: .windows1252)
    text.append(bytes, chunk, into: &sink)
    text.finish(into: &sink)
    sink.endText()
    text.asides.take(into: &sink)
    guard !sink.isCancelled else { return .partial(.interrupted) }
    guard end <= bytes.count else { return .partial(.malformed) }
    return flags & Flag.savedQuickly == 0 ? .complete : .partial(.textInBinary)
  }
}
