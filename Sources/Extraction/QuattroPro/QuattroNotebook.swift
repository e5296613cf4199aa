import ScanModel

/// A notebook of Quattro Pro from release 9 on: its texts in a list, its cells column by column.
///
/// Source: libwps, Quattro9.cpp and Quattro9Spreadsheet.cpp.
struct QuattroNotebook: RecordWorksheets {
  typealias Record = QuattroRecord

  private enum Kind {
    static let begin = 0x01
    static let styles = 0x0A
    static let texts = 0x407
    static let sheetBegin = 0x601
    static let columnBegin = 0xA01
    static let cells = 0xC01
    static let formulaText = 0xC02
  }

  static let end = 0x02
  static let password: Int? = nil

  private static let mark = Array("QPW".utf8)
  private static let columnLimit = 18_278
  /// So many rows a sheet may have whatever is in it; more take as many bytes as rows.
  private static let freeRowCount = 1 << 16
  private static let mostRows = 1 << 20
  /// The bytes of a style; later releases have more behind these.
  private static let styleByteCounts = [30, 36]

  private let codePage = CodePage.windows1252
  var sheets = UnorderedSheets()
  /// By their numbers, the first of which is 1.
  private var texts: [[UInt8]] = []
  private var formats: [CellFormat] = []
  private var sheet = 0
  private var column = 0
  private let rowLimit: Int

  init(byteCount: Int) {
    rowLimit = min(max(Self.freeRowCount, byteCount), Self.mostRows)
  }

  static func canRead(_ bytes: Span<UInt8>) -> Bool {
    guard let first = QuattroRecord(in: bytes, at: 0), first.type == Kind.begin else {
      return false
    }
    return bytes.hasBytes(mark, at: first.body.lowerBound)
  }

  mutating func take(_ type: Int, _ body: Span<UInt8>) -> Bool {
    switch type {
    case Kind.styles: takeStyles(body)
    case Kind.texts: return takeTexts(body)
    case Kind.sheetBegin: beginSheet(body)
    case Kind.columnBegin: column = body.littleUInt16(at: 0) ?? 0
    case Kind.cells: return takeCells(body)
    case Kind.formulaText: takeFormulaText(body)
    default: break
    }
    return true
  }

  // MARK: Lists

  /// Takes how the cells of styles are shown; more of them may follow in another record.
  private mutating func takeStyles(_ body: Span<UInt8>) {
    guard let byteCount = Self.styleByteCounts.first(where: { (body.count - 4) % $0 == 0 }) else {
      return
    }
    for position in stride(from: 4, to: body.count, by: byteCount) {
      formats.append(CellFormat(quattro: body.littleUInt16(at: position + 2) ?? 0))
    }
  }

  /// Takes the texts of cells; false where one of them is broken off.
  private mutating func takeTexts(_ body: Span<UInt8>) -> Bool {
    guard let count = body.littleUInt32(at: 0) else { return false }
    var position = 12
    for _ in 0..<count {
      guard let text = text(body, at: &position) else { return false }
      texts.append(text)
    }
    return true
  }

  /// The text at `position`, which is moved behind it: a length, what stands behind it, bytes and a zero.
  private func text(_ body: Span<UInt8>, at position: inout Int) -> [UInt8]? {
    guard let byteCount = body.littleUInt16(at: position), position + 3 + byteCount <= body.count
    else { return nil }
    let start = position + 3
    let hasStyles = body[position + 2] & 0x02 != 0
    position = start + byteCount + 1
    if hasStyles { position += max(body.littleUInt16(at: position) ?? 0, 2) }
    var text: [UInt8] = []
    codePage.decode(body, start..<start + byteCount, into: &text)
    return text
  }

  // MARK: Cells

  private mutating func beginSheet(_ body: Span<UInt8>) {
    sheet = body.littleUInt16(at: 0) ?? 0
    var position = 18
    if let name = text(body, at: &position) { sheets.setName(name, of: sheet) }
  }

  /// Takes cells of the column below each other; false where they are no such.
  private mutating func takeCells(_ body: Span<UInt8>) -> Bool {
    guard var row = body.littleUInt32(at: 0) else { return false }
    var position = 8
    while position < body.count {
      guard let cells = QuattroCells(body, at: &position), row + cells.count <= rowLimit,
        column < Self.columnLimit
      else {
        return false
      }
      for index in 0..<cells.count where !cells.areEmpty { add(cells, index, row: row + index) }
      row += cells.count
    }
    return true
  }

  private mutating func add(_ cells: QuattroCells, _ index: Int, row: Int) {
    switch cells.value(index) {
    case .text(let number):
      guard texts.indices.contains(number - 1) else { return }
      sheets.add(texts[number - 1], sheet: sheet, row: row, column: column)
    case .number(let value):
      let format =
        formats.indices.contains(cells.style - 1) ? formats[cells.style - 1] : .general
      sheets.add(value, format, sheet: sheet, row: row, column: column)
    }
  }

  private mutating func takeFormulaText(_ body: Span<UInt8>) {
    var position = 6
    guard let column = body.littleUInt16(at: 0), let row = body.littleUInt32(at: 2),
      row < rowLimit, column < Self.columnLimit, let text = text(body, at: &position)
    else { return }
    sheets.add(text, sheet: sheet, row: row, column: column)
  }
}
