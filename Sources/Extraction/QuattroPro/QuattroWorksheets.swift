import ScanModel

/// The worksheets of Quattro Pro for DOS, and for Windows up to release 8.
///
/// Source: libwps, QuattroDosSpreadsheet.cpp and QuattroSpreadsheet.cpp.
struct QuattroWorksheets: RecordWorksheets {
  typealias Record = QuattroRecord

  private enum Kind {
    static let integer = 0x0D
    static let number = 0x0E
    static let label = 0x0F
    static let formula = 0x10
    static let footer = 0x25
    static let header = 0x26
    static let formulaText = 0x33
    static let sheetBegin = 0xCA
    static let sheetName = 0xCC
    static let style = 0xCE
  }

  static let end = 0x01
  static let password: Int? = 0x4B

  /// Whether cells have a style and texts end with a zero; those of DOS have a format and texts a length.
  private let isOfWindows: Bool
  private let codePage: CodePage
  /// Before the value of a cell: its place, and in both how it is shown.
  private let valueStart: Int
  var sheets = UnorderedSheets()
  /// By their numbers, the first of which is 1.
  private var formats: [CellFormat] = []
  private var sheet = 0

  init(isOfWindows: Bool) {
    self.isOfWindows = isOfWindows
    codePage = isOfWindows ? .windows1252 : CodePage(850)
    valueStart = isOfWindows ? 6 : 5
  }

  mutating func take(_ type: Int, _ body: Span<UInt8>) -> Bool {
    switch type {
    case Kind.header: sheets.add(codePage.zeroEnded(body, from: 0), .header)
    case Kind.footer: sheets.add(codePage.zeroEnded(body, from: 0), .footer)
    case Kind.sheetBegin where isOfWindows: sheet = body.isEmpty ? 0 : Int(body[0])
    case Kind.sheetName where isOfWindows:
      sheets.setName(codePage.zeroEnded(body, from: 0), of: sheet)
    case Kind.style where isOfWindows:
      formats.append(body.isEmpty ? .general : CellFormat(quattro: Int(body[0])))
    case Kind.integer, Kind.number, Kind.label, Kind.formula, Kind.formulaText:
      return takeCell(type, body)
    default: break
    }
    return true
  }

  /// Takes a cell; false where it is none.
  private mutating func takeCell(_ type: Int, _ body: Span<UInt8>) -> Bool {
    // In files of DOS the format stands before the column, the sheet and the row, in others behind them.
    let place = isOfWindows ? 0 : 1
    guard body.count > valueStart, let row = body.littleUInt16(at: place + 2) else { return false }
    let column = Int(body[place])
    let sheet = Int(body[place + 1])
    switch type {
    case Kind.label, Kind.formulaText:
      let text = text(body, isAligned: type == Kind.label || isOfWindows)
      sheets.add(text, sheet: sheet, row: row, column: column)
    default:
      let value =
        type == Kind.integer
        ? body.littleInt16(at: valueStart).map { Double($0) }
        : body.littleDouble(at: valueStart)
      guard let value else { return false }
      sheets.add(value, format(of: body), sheet: sheet, row: row, column: column)
    }
    return true
  }

  private func format(of body: Span<UInt8>) -> CellFormat {
    guard isOfWindows else { return CellFormat(lotus: body[0]) }
    let number = (body.littleUInt16(at: 4) ?? 0) >> 3
    return formats.indices.contains(number - 1) ? formats[number - 1] : .general
  }

  /// The text of a cell, before which may stand how it is aligned.
  private func text(_ body: Span<UInt8>, isAligned: Bool) -> [UInt8] {
    let start = isAligned ? valueStart + 1 : valueStart
    guard !isOfWindows else { return codePage.zeroEnded(body, from: start) }
    guard start < body.count else { return [] }
    var text: [UInt8] = []
    let end = min(start + 1 + Int(body[start]), body.count)
    codePage.decode(body, start + 1..<end, into: &text)
    return text
  }
}
