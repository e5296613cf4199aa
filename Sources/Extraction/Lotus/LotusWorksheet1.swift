import ScanModel

/// A worksheet of Lotus 1-2-3 up to release 2, of Symphony or of Works: one sheet.
///
/// Source: Lotus Worksheet File Format, version 1A.
struct LotusWorksheet1 {
  private enum Kind {
    static let integer = 0x0D
    static let number = 0x0E
    static let label = 0x0F
    static let formula = 0x10
    static let footer = 0x25
    static let header = 0x26
    static let formulaText = 0x33
    static let encryption = 0x4B
  }

  /// From so many bytes of texts their code page is told.
  private static let sampleByteCount = 1 << 16
  /// Before the value of a cell: its format, its column and its row.
  private static let valueStart = 5

  private let codePage: CodePage
  /// Whether Works from version 3 on wrote it: its cells begin otherwise, and its texts are not aligned by
  /// a character.
  private let isOfWorks: Bool
  private var cells = UnorderedCells()
  private var sides: [(section: DocumentSection, text: [UInt8])] = []

  init(_ bytes: Span<UInt8>) {
    var sample: [UInt8] = []
    var position = 0
    while sample.count < Self.sampleByteCount, let record = LotusRecord(in: bytes, at: position) {
      position = record.body.upperBound
      guard record.type == Kind.label || record.type == Kind.formulaText else { continue }
      for index in record.body.dropFirst(Self.valueStart) where bytes[index] != 0 {
        sample.append(bytes[index])
      }
      sample.append(UInt8(ascii: " "))
    }
    codePage = CodePage(likelyFor: sample)
    isOfWorks = bytes[0] == LotusRecord.beginnings[1]
  }

  /// Reads the records from `start` on.
  mutating func read(_ bytes: Span<UInt8>, from start: Int) -> ExtractionOutcome {
    var position = start
    var isMalformed = false
    while let record = LotusRecord(in: bytes, at: position) {
      position = record.body.upperBound
      switch record.type {
      case LotusRecord.end: return isMalformed ? .partial(.malformed) : .complete
      case Kind.encryption: return .partial(.encrypted)
      case Kind.header: takeSide(bytes.extracting(record.body), .header)
      case Kind.footer: takeSide(bytes.extracting(record.body), .footer)
      case Kind.integer, Kind.number, Kind.label, Kind.formula, Kind.formulaText:
        if !takeCell(record.type, bytes.extracting(record.body)) { isMalformed = true }
      default: continue
      }
    }
    return .partial(.malformed)
  }

  /// Passes on what was read, which ended with `outcome`.
  mutating func flush<Sink: DocumentSink & ~Copyable>(
    _ outcome: ExtractionOutcome, into sink: inout Sink
  ) -> ExtractionOutcome {
    let isWithinLimit = cells.flush(at: [], into: &sink)
    for side in sides where !sink.isCancelled {
      sink.takeTexts([(side.text, [])], at: [.section(side.section)])
    }
    if sink.isCancelled { return .partial(.interrupted) }
    return isWithinLimit ? outcome : .partial(.limit)
  }

  private mutating func takeSide(_ body: Span<UInt8>, _ section: DocumentSection) {
    let text = codePage.zeroEnded(body, from: 0)
    if !text.isEmpty { sides.append((section, text)) }
  }

  /// Takes a cell; false where it is none.
  private mutating func takeCell(_ type: Int, _ body: Span<UInt8>) -> Bool {
    // In Works the format stands behind the column and the row, in two bytes.
    let place = isOfWorks ? 0 : 1
    let valueStart = isOfWorks ? Self.valueStart + 1 : Self.valueStart
    guard let column = body.littleUInt16(at: place), column < 256,
      let row = body.littleUInt16(at: place + 2)
    else { return false }
    switch type {
    case Kind.label:
      // Before the text stands how it is aligned.
      let text = codePage.zeroEnded(body, from: isOfWorks ? valueStart : valueStart + 1)
      cells.add(row: row, column: column) { $0 += text }
    case Kind.formulaText:
      let text = codePage.zeroEnded(body, from: valueStart)
      cells.add(row: row, column: column) { $0 += text }
    default:
      let value =
        type == Kind.integer
        ? body.littleInt16(at: valueStart).map { Double($0) }
        : body.littleDouble(at: valueStart)
      guard let value else { return false }
      // That of a formula that gives a text or an error is no number.
      guard value.isFinite else { return true }
      let format = isOfWorks ? .general : CellFormat(lotus: body[0])
      cells.add(row: row, column: column) {
        $0.append(cellNumber: value, format, is1904: false)
      }
    }
    return true
  }
}
