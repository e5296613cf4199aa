import ScanModel

/// Reads a copy of the data that a pivot table summarizes: fields, and the values that they take.
///
/// Source: MS-XLS 2.1.7.20, 2.4.275 and following.
struct PivotCache {
  private struct Field {
    var name: [UInt8]
    var hasItems = false
  }

  private var fields: [Field] = []
  /// The fields whose values stand in the rows, and which of them comes next.
  private var rowFields: [Int] = []
  private var rowPosition = 0
  private var isInRows = false
  private var document = DocumentText()

  /// Passes the names and values in `stream` on, as a text in the hidden part of the workbook.
  mutating func read<Sink: DocumentSink & ~Copyable>(
    _ stream: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    let workbook = WorkbookGlobals()
    var position = 0
    var isMalformed = false
    sink.beginText(at: [.section(.hiddenText)])
    while let record = BIFFRecord(in: stream, at: position), !sink.isCancelled {
      if record.isCut { isMalformed = true }
      position = record.body.upperBound
      take(record.type, stream.extracting(record.body), workbook)
      document.pushIfDue(into: &sink)
      if record.type == BIFFRecord.Kind.endOfStream { break }
    }
    document.finish(into: &sink)
    sink.endText()
    return isMalformed ? .partial(.malformed) : .complete
  }

  private mutating func take(
    _ type: Int, _ body: Span<UInt8>, _ workbook: borrowing WorkbookGlobals
  ) {
    var value: [UInt8] = []
    switch type {
    case 0x00C7:
      let name = workbook.text(body, at: 12, lengthByteCount: 2)
      fields.append(Field(name: name))
      return
    // A row: its values in fields with items are numbers of these.
    case 0x00C8: return beginRow()
    case 0x00C9:
      guard let number = body.littleDouble(at: 0) else { return }
      value.append(number: number)
    case 0x00CC: value = Array((body.littleUInt16(at: 0) ?? 0).description.utf8)
    case 0x00CD: value = workbook.text(body, at: 0, lengthByteCount: 2)
    case 0x00CE: value = Self.date(body)
    case 0x00CA, 0x00CB, 0x00CF: break
    default: return
    }
    add(value)
  }

  private mutating func beginRow() {
    if !isInRows {
      isInRows = true
      rowFields = fields.indices.filter { !fields[$0].hasItems }
    }
    rowPosition = 0
  }

  private mutating func add(_ value: [UInt8]) {
    var field = fields.count - 1
    if isInRows || field < 0 {
      if rowFields.isEmpty { rowFields = Array(fields.indices) }
      guard !rowFields.isEmpty else { return document.addParagraph(value) }
      field = rowFields[rowPosition % rowFields.count]
      rowPosition += 1
    } else {
      fields[field].hasItems = true
    }
    if !value.isEmpty { document.add(value, named: fields[field].name) }
  }

  private static func date(_ body: Span<UInt8>) -> [UInt8] {
    guard body.count >= 8, let year = body.littleUInt16(at: 0),
      let month = body.littleUInt16(at: 2)
    else { return [] }
    func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return Array("\(twoDigits(Int(body[4])))-\(twoDigits(month))-\(year)".utf8)
  }
}
