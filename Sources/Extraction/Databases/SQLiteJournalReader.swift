import ContentTypes
import ScanModel

/// Reads rollback journals of SQLite: the texts in pages as they were before they were changed.
enum SQLiteJournalReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let form = SQLiteJournalForm(bytes) else { return .partial(.malformed) }
    sink.takeRuns(of: pages(of: form, in: bytes).span, in: .deletedText)
    return sink.isCancelled ? .partial(.interrupted) : .complete
  }

  /// One page behind the other, and at last what is no record.
  private static func pages(of form: SQLiteJournalForm, in bytes: Span<UInt8>) -> [UInt8] {
    var pages: [UInt8] = []
    pages.reserveCapacity(bytes.count)
    var position = form.sectorSize
    while position + form.pageSize + 8 <= bytes.count {
      if position % form.sectorSize == 0, isHeader(bytes, at: position) {
        position += form.sectorSize
        continue
      }
      guard bytes.bigEndian32(at: position) > 0 else { break }
      append(bytes, position + 4..<position + 4 + form.pageSize, to: &pages)
      position += form.pageSize + 8
    }
    if position < bytes.count { append(bytes, position..<bytes.count, to: &pages) }
    return pages
  }

  private static func isHeader(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    SQLiteJournalForm.mark.indices.allSatisfy {
      bytes[position + $0] == SQLiteJournalForm.mark[$0]
    }
  }

  private static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to pages: inout [UInt8]) {
    pages.append(bytes, range)
    // Texts of two pages are not to run into each other.
    pages += [0, 0]
  }
}
