import ScanModel

/// A sheet of a workbook in BIFF12.
///
/// Source: [MS-XLSB] 2.1.7.62 (Worksheet), 2.4 (records).
struct BinarySheet: BinaryPartContent, SheetPartContent {
  var cells: SheetCells
  var sides = SideTexts()
  private var row = 0
  private var buffer: [UInt8] = []

  init(_ cells: SheetCells) {
    self.cells = cells
  }

  mutating func take(_ record: Int, _ payload: Span<UInt8>) {
    var fields = BinaryPayload()
    switch record {
    case 0: row = fields.number32(payload) &+ 1
    case 2...11, 62: takeCell(record, payload)
    case 494:
      fields.skip(16)
      _ = fields.text(payload)
      for _ in 0..<3 { sides.addParagraph(fields.text(payload), to: .links) }
    case 479:
      fields.skip(2)
      for index in 0..<6 {
        let text = PageMarginText.text(fields.text(payload))
        sides.addParagraph(text, to: index % 2 == 0 ? .header : .footer)
      }
    case 64:
      fields.skip(4)
      fields.skip(16 * fields.number32(payload))
      for _ in 0..<4 { sides.addParagraph(fields.text(payload), to: .formFields) }
    default: break
    }
  }

  private mutating func takeCell(_ record: Int, _ payload: Span<UInt8>) {
    guard payload.count > 8 else { return }
    var fields = BinaryPayload()
    let column = fields.number32(payload) &+ 1
    let style = fields.number32(payload) & 0xFF_FFFF
    switch record {
    case 2:
      cells.appendNumber(fields.compactReal(payload), style: style, row: row, column: column)
    case 5, 9: cells.appendNumber(fields.real(payload), style: style, row: row, column: column)
    case 4, 10: cells.appendTruth(fields.number8(payload) != 0, row: row, column: column)
    case 7: cells.appendShared(fields.number32(payload), row: row, column: column)
    case 6, 8: cells.append(fields.text(payload), row: row, column: column)
    case 62:
      fields.skip(1)
      cells.append(fields.text(payload), row: row, column: column)
    default: break
    }
  }
}
