import ContentTypes
import ScanModel

/// Reads data files of SPSS: a table whose columns have the names and labels of the variables, with what
/// numbers stand for, and the notes and labels beside it.
enum SPSSReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard !bytes.begins(with: "ENCRYPTEDSAV", at: 8) else { return .partial(.encrypted) }
    guard let header = SPSSHeader(bytes) else { return .partial(.malformed) }
    let dictionary = SPSSDictionary(header, bytes)
    // What stands beside the table: its title, notes, and what values stand for.
    sink.takeTexts(dictionary.notes, at: [.section(.properties)])
    guard let start = dictionary.dataStart, !dictionary.variables.isEmpty else {
      if dictionary.dataStart == nil { sink.takeRuns(of: bytes) }
      return dictionary.dataStart == nil ? .partial(.malformed) : .complete
    }
    var units = SPSSUnits(header, bytes, from: start, sink.context)
    var cases = SPSSCases(header, dictionary)
    cases.take(&units, of: bytes, into: &sink)
    if sink.isCancelled { return .partial(.interrupted) }
    switch units.ending {
    case .overLimit: return .partial(.limit)
    case .broken: return .partial(.malformed)
    case .whole, nil: return cases.isWhole ? .complete : .partial(.malformed)
    }
  }
}
