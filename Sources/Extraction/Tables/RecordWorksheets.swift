import ScanModel

/// Worksheets that lie in a file as records, one behind the other.
protocol RecordWorksheets {
  associatedtype Record: WorksheetRecord

  /// The type of the last record.
  static var end: Int { get }
  /// The type of the record behind which all are encrypted; nil where nobody knows of one.
  static var password: Int? { get }

  /// What was taken so far.
  var sheets: UnorderedSheets { get set }

  /// Takes what a record tells; false where it is damaged.
  mutating func take(_ type: Int, _ body: Span<UInt8>) -> Bool
}

/// A record of worksheets: its type, its length and its body.
protocol WorksheetRecord {
  var type: Int { get }
  var body: Range<Int> { get }

  /// Nil where no whole record lies at `position`.
  init?(in bytes: Span<UInt8>, at position: Int)
}

extension RecordWorksheets {
  /// Takes all records and passes on what they told; those without a last one were broken off.
  consuming func read<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var position = 0
    var isDamaged = false
    while !sink.isCancelled, let record = Record(in: bytes, at: position) {
      if record.type == Self.end {
        return sheets.flush(isDamaged ? .partial(.malformed) : .complete, into: &sink)
      }
      if record.type == Self.password { return sheets.flush(.partial(.encrypted), into: &sink) }
      if !take(record.type, bytes.extracting(record.body)) { isDamaged = true }
      position = record.body.upperBound
    }
    return sheets.flush(.partial(.malformed), into: &sink)
  }
}
