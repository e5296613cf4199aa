import ScanModel

/// A worksheet of Lotus 1-2-3 from release 3 on: several sheets.
///
/// Source: Lotus 123 release 3 file format, as libwps and SheetJS read it.
struct LotusWorksheet3: RecordWorksheets {
  typealias Record = LotusRecord

  private enum Kind {
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

  static let end = 0x01
  static let password: Int? = 0x02

  /// The extra record in which the name of a sheet stands.
  private static let sheetName = 0x36B0
  /// Before the value of a cell: its row, its sheet and its column.
  private static let valueStart = 4

  private let decoder = LotusText()
  private var formats = LotusFormats()
  var sheets = UnorderedSheets()

  mutating func take(_ type: Int, _ body: Span<UInt8>) -> Bool {
    switch type {
    case Kind.rowFormats: formats.take(body)
    case Kind.extra: takeName(body)
    case Kind.label...Kind.formulaText, Kind.decimal, Kind.double, Kind.doubleFormula:
      return takeCell(type, body)
    default: break
    }
    return true
  }

  private mutating func takeName(_ body: Span<UInt8>) {
    guard body.littleUInt16(at: 0) == Self.sheetName, let sheet = body.littleUInt16(at: 2),
      sheet < 256
    else { return }
    sheets.setName(decoder.text(body.extracting(4...)), of: sheet)
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
      let text = decoder.text(body.extracting(start...))
      sheets.add(text, sheet: sheet, row: row, column: column)
    default:
      guard let value = Self.number(type, body) else { return true }
      let format = formats.format(sheet: sheet, row: row, column: column)
      sheets.add(value, format, sheet: sheet, row: row, column: column)
    }
    return true
  }

  /// The number of a cell; nil for an error, or for a formula that gives a text.
  private static func number(_ type: Int, _ body: Span<UInt8>) -> Double? {
    switch type {
    case Kind.number, Kind.formula: body.lotusExtended(at: valueStart)
    case Kind.smallNumber: body.lotusSmall(at: valueStart)
    case Kind.decimal: body.lotusDecimal(at: valueStart)
    default: body.littleDouble(at: valueStart)
    }
  }
}
