import ContentTypes
import ScanModel

/// Reads databases of FileMaker Pro (`.fp3`, `.fp5`, `.fp7`, `.fmp12`): the records of all tables, the files
/// in them, and the runs of text in layouts, scripts and lists of values; of early files also in what is left of
/// values that are not there any more.
enum FileMakerReader {
  /// From so many bytes on, runs of text are looked for in what was gathered.
  private static let gatheredByteCount = 1 << 20

  static func extract<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    guard let file = FileMakerFile(bytes) else {
      sink.takeRuns(of: bytes)
      return .partial(.malformed)
    }
    let text = FileMakerText(file.form)
    var rows = FileMakerRows(file, FileMakerNames(file, in: bytes))
    var objects = FileMakerObjects()
    var others: [UInt8] = []
    var values = FileMakerValues(file)
    while let code = values.next(in: bytes), !sink.isCancelled {
      let value = bytes.extracting(code.bytes)
      switch (FileMakerPlace(values, in: bytes), code.kind) {
      case (.record(let table, let record), .value(let column)):
        rows.take(
          value, table: table, record: record, column: column, isPart: false, into: &sink)
      case (.column(let table, let record, let column), .value(1...)),
        (.column(let table, let record, let column), .keyed):
        rows.take(
          value, table: table, record: record, column: column, isPart: true, into: &sink)
      case (.object, .value):
        rows.finish(into: &sink)
        guard objects.take(value, at: values, in: bytes, into: &sink) else {
          return .partial(.limit)
        }
      case (.other, _), (.columnDescription, _), (.tableDescription, _):
        others += text.unmaskedBetweenZeros(value) + [0]
        guard others.count >= gatheredByteCount else { continue }
        rows.finish(into: &sink)
        sink.takeRuns(of: others.span)
        others.removeAll(keepingCapacity: true)
      default: break
      }
    }
    rows.finish(into: &sink)
    objects.finish(into: &sink)
    sink.takeRuns(of: others.span)
    takeRemains(of: file, in: bytes, into: &sink)
    if sink.isCancelled { return .partial(.interrupted) }
    return values.isBroken || !file.isWhole ? .partial(.malformed) : .complete
  }

  private static func takeRemains<Sink: DocumentSink & ~Copyable>(
    of file: FileMakerFile, in bytes: Span<UInt8>, into sink: inout Sink
  ) {
    var gathered: [UInt8] = []
    for range in file.remains where !sink.isCancelled {
      gathered.append(bytes, range)
      gathered.append(0)
      guard gathered.count >= gatheredByteCount else { continue }
      sink.takeRuns(of: gathered.span, in: .deletedText)
      gathered.removeAll(keepingCapacity: true)
    }
    sink.takeRuns(of: gathered.span, in: .deletedText)
  }
}
