import ContentTypes
import ScanModel

/// Reads data files of R (rds, RData) in their binary form: tables under the names of their columns, lists,
/// and the texts in functions and environments.
///
/// Most are compressed: then this reads what the member of a gzip, bzip2 or xz holds.
enum RDataReader {
  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    // Variables with their names, or one object without.
    let holdsVariables = bytes.begins(with: "RDX", at: 0)
    var stream = RStream(at: (holdsVariables ? 5 : 0) + 2)
    guard let version = stream.number(bytes), stream.number(bytes) != nil,
      stream.number(bytes) != nil, version < 3 || stream.skipName(bytes),
      let top = stream.read(bytes)
    else {
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    let objects = RObjects(stream)
    var tables = RTables<Sink>(objects)
    if holdsVariables, case .pairs(let variables) = objects[top].content {
      for variable in variables {
        let name = String(decoding: variable.name, as: UTF8.self)
        tables.take(
          variable.value, name: variable.name, at: [.table(name)], bytes, into: &sink)
      }
    } else {
      tables.take(top, name: [], at: [], bytes, into: &sink)
    }
    if sink.isCancelled { return .partial(.interrupted) }
    return tables.isCut ? .partial(.limit) : .complete
  }
}
