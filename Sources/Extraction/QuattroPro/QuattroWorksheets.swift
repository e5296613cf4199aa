import ScanModel

/// The worksheets of Quattro Pro for DOS, and for Windows up to release 8.
///
/// Source: libwps, QuattroDosSpreadsheet.cpp and QuattroSpreadsheet.cpp.
struct QuattroWorksheets {
  private enum Kind {
    static let end = 0x01
    static let integer = 0x0D
    static let number = 0x0E
    static let label = 0x0F
    static let formula = 0x10
    static let footer = 0x25
    static let header = 0x26
    static let formulaText = 0x33
    static let password = 0x4B
    static let sheetBegin = 0xCA
    static let sheetName = 0xCC
    static let style = 0xCE
  }

  /// Whether cells have a style and texts end with a zero; those of DOS have a format and texts a length.
  private let isOfWindows: Bool
  private let codePage: CodePage
  /// Before the value of a cell: its place, and in both how it is shown.
  private let valueStart: Int
  private var sheets = UnorderedSheets()
  private var sides: [(section: DocumentSection, text: [UInt8])] = []
  /// By their numbers, the first of which is 1.
  private var formats: [CellFormat] = []
  private var sheet = 0

  init(isOfWindows: Bool) {
    self.isOfWindows = isOfWindows
    codePage = isOfWindows ? .windows1252 : CodePage(850)
    valueStart = isOfWindows ? 6 : 5
  }

  mutating func read(_ bytes: Span<UInt8>) -> ExtractionOutcome {
    var position = 0
    var isMalformed = false
    while let record = QuattroRecord(in: bytes, at: position) {
      position = record.body.upperBound
      let body = bytes.extracting(record.body)
      switch record.type {
      case Kind.end: return isMalformed ? .partial(.malformed) : .complete
      case Kind.password: return .partial(.encrypted)
      case Kind.header: takeSide(body, .header)
      case Kind.footer: takeSide(body, .footer)
      case Kind.sheetBegin where isOfWindows: sheet = body.isEmpty ? 0 : Int(body[0])
      case Kind.sheetName where isOfWindows:
        sheets.setName(codePage.zeroEnded(body, from: 0), of: sheet)
      case Kind.style where isOfWindows:
        formats.append(body.isEmpty ? .general : CellFormat(quattro: Int(body[0])))
      case Kind.integer, Kind.number, Kind.label, Kind.formula, Kind.formulaText:
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
    let outcome = sheets.flush(outcome, into: &sink)
    for side in sides where !sink.isCancelled {
      sink.takeTexts([(side.text, [])], at: [.section(side.section)])
    }
    return outcome
  }

  private mutating func takeSide(_ body: Span<UInt8>, _ section: DocumentSection) {
    let text = codePage.zeroEnded(body, from: 0)
    if !text.isEmpty { sides.append((section, text)) }
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
      sheets.add(sheet: sheet, row: row, column: column) { $0 += text }
    default:
      let value =
        type == Kind.integer
        ? body.littleInt16(at: valueStart).map { Double($0) }
        : body.littleDouble(at: valueStart)
      guard let value else { return false }
      // That of a formula that gives a text or an error is no number.
      guard value.isFinite else { return true }
      let format = format(of: body)
      sheets.add(sheet: sheet, row: row, column: column) {
        $0.append(cellNumber: value, format, is1904: false)
      }
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
