import ScanModel

/// A worksheet of Lotus 1-2-3 up to release 2, of Symphony or of Works: one sheet.
///
/// Source: Lotus Worksheet File Format, version 1A.
struct LotusWorksheet1: RecordWorksheets {
  typealias Record = LotusRecord

  private enum Kind {
    static let integer = 0x0D
    static let number = 0x0E
    static let label = 0x0F
    static let formula = 0x10
    static let footer = 0x25
    static let header = 0x26
    static let formulaText = 0x33
  }

  static let end = 0x01
  static let password: Int? = 0x4B

  /// From so many bytes of texts their code page is told.
  private static let sampleByteCount = 1 << 16
  /// Before the value of a cell: its format, its column and its row.
  private static let valueStart = 5

  private let codePage: CodePage
  /// Whether Works from version 3 on wrote it: its cells begin otherwise, and its texts are not aligned by
  /// a character.
  private let isOfWorks: Bool
  var sheets = UnorderedSheets(isOne: true)

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

  mutating func take(_ type: Int, _ body: Span<UInt8>) -> Bool {
    switch type {
    case Kind.header: sheets.add(codePage.zeroEnded(body, from: 0), .header)
    case Kind.footer: sheets.add(codePage.zeroEnded(body, from: 0), .footer)
    case Kind.integer, Kind.number, Kind.label, Kind.formula, Kind.formulaText:
      return takeCell(type, body)
    default: break
    }
    return true
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
      sheets.add(text, sheet: 0, row: row, column: column)
    case Kind.formulaText:
      let text = codePage.zeroEnded(body, from: valueStart)
      sheets.add(text, sheet: 0, row: row, column: column)
    default:
      let value =
        type == Kind.integer
        ? body.littleInt16(at: valueStart).map { Double($0) }
        : body.littleDouble(at: valueStart)
      guard let value else { return false }
      let format = isOfWorks ? .general : CellFormat(lotus: body[0])
      sheets.add(value, format, sheet: 0, row: row, column: column)
    }
    return true
  }
}
