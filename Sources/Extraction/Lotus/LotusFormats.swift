/// How the cells of worksheets from release 3 on are shown, row by row.
///
/// Source: Lotus 123 release 3 file format, as files have it.
struct LotusFormats {
  private static let columnCount = 256

  /// The formats of the cells of a row, from the first on, by its sheet and its number.
  private var rows: [Int: [UInt8]] = [:]

  func format(sheet: Int, row: Int, column: Int) -> CellFormat {
    guard let formats = rows[Self.key(sheet, row)], column < formats.count else { return .general }
    return CellFormat(lotus: formats[column])
  }

  /// Takes the record of a row: its sheet, how its formats are told, its number and they themselves.
  mutating func take(_ body: Span<UInt8>) {
    guard let row = body.littleUInt16(at: 2) else { return }
    let key = Self.key(Int(body[0]), row)
    switch body[1] {
    case 0: rows[key] = Self.formats(body)
    // Those of another row.
    case 2:
      guard let other = body.littleUInt16(at: 6) else { return }
      rows[key] = rows[Self.key(Int(body[0]), other)]
    default: return
    }
  }

  /// Each in four bytes, and a fifth where it is that of more cells.
  private static func formats(_ body: Span<UInt8>) -> [UInt8] {
    var formats: [UInt8] = []
    var position = 4
    while position + 4 <= body.count, formats.count < columnCount {
      let isRepeated = body[position + 3] & 0x80 != 0 && position + 4 < body.count
      let count = isRepeated ? 1 + Int(body[position + 4]) : 1
      formats.append(contentsOf: repeatElement(body[position], count: count))
      position += isRepeated ? 5 : 4
    }
    return formats
  }

  private static func key(_ sheet: Int, _ row: Int) -> Int {
    sheet << 16 | row
  }
}

extension CellFormat {
  /// The format of a cell in one byte, the highest bit of which tells whether it is protected.
  ///
  /// Source: Lotus Worksheet File Format, version 1A, appendix A (cell format encoding).
  init(lotus byte: UInt8) {
    switch byte & 0x7F {
    case 0x72...0x74, 0x79, 0x7A: self = .date
    case 0x77, 0x78, 0x7B, 0x7C: self = .time
    default: self = .general
    }
  }
}
