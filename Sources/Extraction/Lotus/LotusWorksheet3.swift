import ScanModel

/// A worksheet of Lotus 1-2-3 from release 3 on: several sheets.
///
/// Source: Lotus 123 release 3 file format, as libwps and SheetJS read it.
struct LotusWorksheet3 {
  private enum Kind {
    static let password = 0x02
    static let rowFormats = 0x13
    static let label = 0x16
    static let number = 0x17
    static let smallNumber = 0x18
    static let formula = 0x19
    static let formulaText = 0x1A
    static let extra = 0x1B
    static let decimal = 0x25
    static let double = 0x27
    static let doubleFormula = 0x28
  }

  /// The extra record in which the name of a sheet stands.
  private static let sheetName = 0x36B0
  /// Before the value of a cell: its row, its sheet and its column.
  private static let valueStart = 4

  private let decoder = LotusText()
  private var formats = LotusFormats()
  private var sheets = UnorderedSheets()

  /// Reads the records from `start` on.
  mutating func read(_ bytes: Span<UInt8>, from start: Int) -> ExtractionOutcome {
    var position = start
    var isMalformed = false
    while let record = LotusRecord(in: bytes, at: position) {
      position = record.body.upperBound
      let body = bytes.extracting(record.body)
      switch record.type {
      case LotusRecord.end: return isMalformed ? .partial(.malformed) : .complete
      case Kind.password: return .partial(.encrypted)
      case Kind.rowFormats: formats.take(body)
      case Kind.extra: takeName(body)
      case Kind.label...Kind.formulaText, Kind.decimal, Kind.double, Kind.doubleFormula:
        if !takeCell(record.type, body) { isMalformed = true }
      default: continue
      }
    }
    return .partial(.malformed)
  }

  /// Passes on what was read, which ended with `outcome`.
  mutating func flush<Sink: DocumentSink & ~Copyable>(
    _ outcome: ExtractionOutcome, into sink: inout Sink
  ) -> ExtractionOutcome {
    sheets.flush(outcome, into: &sink)
  }

  private mutating func takeName(_ body: Span<UInt8>) {
    guard body.littleUInt16(at: 0) == Self.sheetName, let sheet = body.littleUInt16(at: 2),
      sheet < 256
    else { return }
    var name: [UInt8] = []
    decoder.decode(body.extracting(4...), into: &name)
    sheets.setName(name, of: sheet)
  }

  /// Takes a cell; false where it is none.
  private mutating func takeCell(_ type: Int, _ body: Span<UInt8>) -> Bool {
    guard let row = body.littleUInt16(at: 0), body.count > Self.valueStart else { return false }
    let sheet = Int(body[2])
    let column = Int(body[3])
    switch type {
    case Kind.label, Kind.formulaText:
      // Before the text of a label stands how it is aligned.
      let start = type == Kind.label ? Self.valueStart + 1 : Self.valueStart
      let decoder = decoder
      sheets.add(sheet: sheet, row: row, column: column) {
        decoder.decode(body.extracting(start...), into: &$0)
      }
    default:
      guard let value = Self.number(type, body) else { return true }
      let format = formats.format(sheet: sheet, row: row, column: column)
      sheets.add(sheet: sheet, row: row, column: column) {
        $0.append(cellNumber: value, format, is1904: false)
      }
    }
    return true
  }

  /// The number of a cell; nil for an error, or for a formula that gives a text.
  private static func number(_ type: Int, _ body: Span<UInt8>) -> Double? {
    let value =
      switch type {
      case Kind.number, Kind.formula: body.lotusExtended(at: valueStart)
      case Kind.smallNumber: body.lotusSmall(at: valueStart)
      case Kind.decimal: body.lotusDecimal(at: valueStart)
      default: body.littleDouble(at: valueStart)
      }
    return value.flatMap { $0.isFinite ? $0 : nil }
  }
}
