import ContentTypes
import ScanModel

/// Reads data files of Stata (dta): a table whose columns have the names and labels of the variables, with
/// what numbers stand for, and the notes and labels beside it.
enum StataReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let header = StataHeader(bytes) else {
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    let dictionary = StataDictionary(header, bytes)
    sink.takeTexts(dictionary.notes, at: [.section(.properties)])
    guard let start = dictionary.dataStart else {
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    let isComplete = StataTable(header, dictionary).take(from: start, of: bytes, into: &sink)
    if sink.isCancelled { return .partial(.interrupted) }
    return isComplete && dictionary.isWhole ? .complete : .partial(.malformed)
  }
}
