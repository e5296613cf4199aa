import ContentTypes
import ScanModel

/// Reads data files of SAS (sas7bdat): a table whose columns have the names and labels of the variables.
///
/// What is told of the table may stand behind its rows, so all pages are looked at first.
enum SASReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let header = SASHeader(bytes) else { return .partial(.malformed) }
    var dictionary = SASDictionary(header)
    let pageCount = (bytes.count - min(header.firstPage, bytes.count)) / header.pageByteCount
    forEachPage(header, bytes) { page, _ in
      for subheader in page.subheaders where !subheader.isPacked {
        dictionary.take(subheader.range, bytes)
      }
      return !sink.isCancelled
    }
    dictionary.finish(bytes)
    sink.takeTexts(
      dictionary.title.isEmpty ? [] : [(dictionary.title, [])], at: [.section(.properties)])
    guard dictionary.isWhole else {
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    sink.beginText(at: [])
    var table = SASTable(header, dictionary)
    forEachPage(header, bytes) { page, end in
      table.take(page, end: end, of: bytes, into: &sink)
      return !sink.isCancelled && !table.isOverLimit
    }
    table.finish(into: &sink)
    sink.endText()
    if sink.isCancelled { return .partial(.interrupted) }
    if table.isOverLimit { return .partial(.limit) }
    let isWhole = table.isWhole && !dictionary.isDamaged && header.pageCount <= pageCount
    return isWhole ? .complete : .partial(.malformed)
  }

  /// Calls `body` with each page and where it ends, until it returns false.
  private static func forEachPage(
    _ header: SASHeader, _ bytes: Span<UInt8>, _ body: (SASPage, Int) -> Bool
  ) {
    var start = header.firstPage
    while start < bytes.count {
      let end = min(start + header.pageByteCount, bytes.count)
      if let page = SASPage(at: start, header, bytes), !body(page, end) { return }
      start = end
    }
  }
}
