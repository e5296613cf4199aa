import ContentTypes
import ScanModel

/// Reads rollback journals of SQLite: the texts in pages as they were before they were changed.
enum SQLiteJournalReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let form = SQLiteJournalForm(bytes) else { return .partial(.malformed) }
    sink.takeRuns(of: remains(of: form, in: bytes).bytes.span, in: .deletedText)
    return sink.isCancelled ? .partial(.interrupted) : .complete
  }

  /// What its pages hold, and at last what is no record.
  private static func remains(
    of form: SQLiteJournalForm, in bytes: Span<UInt8>
  ) -> SQLiteRemains {
    let (pages, end) = pages(of: form, in: bytes)
    let first = pages.first { bytes[$0.lowerBound] == UInt8(ascii: "S") }
    var remains = SQLiteRemains(
      first.flatMap { SQLitePages(bytes.extracting($0))?.encoding } ?? .utf8)
    for page in pages { remains.take(page: page, usableSize: page.count, in: bytes) }
    remains.take(bytes, end..<bytes.count)
    return remains
  }

  private static func pages(
    of form: SQLiteJournalForm, in bytes: Span<UInt8>
  ) -> (pages: [Range<Int>], end: Int) {
    var pages: [Range<Int>] = []
    var position = form.sectorSize
    while position + form.pageSize + 8 <= bytes.count {
      if position % form.sectorSize == 0, isHeader(bytes, at: position) {
        position += form.sectorSize
        continue
      }
      guard bytes.bigEndian32(at: position) > 0 else { break }
      pages.append(position + 4..<position + 4 + form.pageSize)
      position += form.pageSize + 8
    }
    return (pages, min(position, bytes.count))
  }

  private static func isHeader(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    SQLiteJournalForm.mark.indices.allSatisfy {
      bytes[position + $0] == SQLiteJournalForm.mark[$0]
    }
  }
}
