import ScanModel

/// Reads the records of one sheet.
struct SheetReader {
  /// Types of records that go on in CONTINUE records and are read to their end.
  static let continuingTypes: Set<Int> = [
    0x0006, 0x0014, 0x0015, 0x0018, 0x001C, 0x0023, 0x0204, 0x0207, 0x00D6, 0x0218, 0x0223,
    0x0206, 0x0406, 0x01AE, 0x01B6, 0x01B8, 0x01BE, 0x00FC, 0x005A, 0x005D, 0x100D, 0x0221,
    0x04BC, 0x00CD,
  ]

  let name: String
  var cells = WorkbookCells()
  var paragraphs = SheetParagraphs()
  private var notes = SheetNotes()
  /// The cell of a formula whose text follows.
  private var formula: (row: Int, column: Int)?
  /// How many substreams, of charts, are open in that of the sheet.
  var chartDepth = 0
  /// Which of the values of a chart follow.
  private var chartPart = 0

  init(name: String, isChart: Bool) {
    self.name = name
    chartDepth = isChart ? 1 : 0
  }

  /// Where the sheet lies in its document.
  var parts: [DocumentPart] { name.isEmpty ? [] : [.sheet(name)] }

  mutating func finish() {
    notes.finish(into: &paragraphs)
  }

  mutating func take(
    _ type: Int, _ body: Span<UInt8>, borders: [Int], _ workbook: borrowing WorkbookGlobals
  ) {
    switch type {
    case 0x0002, 0x0003, 0x0004, 0x0005, 0x0203, 0x0204, 0x0205, 0x027E, 0x00BD, 0x00D6, 0x00FD,
      0x0007, 0x0207, 0x0006, 0x0206, 0x0406:
      takeCell(type, body, borders: borders, workbook)
    case 0x001C: notes.takeNote(body, workbook)
    case 0x005D: notes.takeObject(body)
    case 0x01B6: notes.takeText(body, borders: borders)
    case 0x01B8: paragraphs.add(HyperlinkRecord.texts(body), to: .links)
    case 0x0014, 0x0015:
      let code = workbook.text(
        body, borders: borders, at: 0, lengthByteCount: workbook.version == .biff8 ? 2 : 1)
      paragraphs.add(PageMarginText.texts(code), to: type == 0x0014 ? .header : .footer)
    case 0x01BE: takeValidation(body, borders: borders, workbook)
    case 0x0221, 0x04BC: takeSharedFormula(type, body, workbook)
    case 0x100D:
      paragraphs.add(workbook.text(body, at: 2, lengthByteCount: 1), to: .textBoxes)
    case 0x1065: chartPart = body.littleUInt16(at: 0) ?? 0
    case 0x00CD: paragraphs.add(workbook.text(body, at: 0, lengthByteCount: 2), to: .fieldCodes)
    default: return
    }
  }

  // MARK: Cells

  private mutating func takeCell(
    _ type: Int, _ body: Span<UInt8>, borders: [Int], _ workbook: borrowing WorkbookGlobals
  ) {
    let isBIFF2 = workbook.version == .biff2
    if type == 0x0207 || type == 0x0007 {
      guard let place = formula else { return }
      formula = nil
      cells.addText(row: place.row, column: place.column) {
        workbook.appendText(
          body, borders: borders, at: 0, lengthByteCount: isBIFF2 ? 1 : 2, to: &$0)
      }
      return
    }
    formula = nil
    guard let row = body.littleUInt16(at: 0), var column = body.littleUInt16(at: 2) else { return }
    if chartDepth > 0 { column = column * 3 + chartPart % 3 }
    let format = isBIFF2 ? Self.biff2Format(body) : body.littleUInt16(at: 4) ?? 0
    let valueStart = isBIFF2 ? 7 : 6
    switch type {
    case 0x0002:
      guard let number = body.littleUInt16(at: 7) else { return }
      cells.add(.number(Double(number)), row: row, column: column, format: format)
    case 0x0003, 0x0203:
      guard let number = body.littleDouble(at: valueStart) else { return }
      cells.add(.number(number), row: row, column: column, format: format)
    case 0x0004, 0x0204, 0x00D6:
      cells.addText(row: row, column: column) {
        workbook.appendText(
          body, borders: borders, at: valueStart, lengthByteCount: isBIFF2 ? 1 : 2, to: &$0)
      }
    case 0x0005, 0x0205:
      guard let value = body.littleUInt16(at: valueStart) else { return }
      let code = UInt8(truncatingIfNeeded: value)
      cells.add(
        value >> 8 == 1 ? .error(code) : .truth(code != 0), row: row, column: column,
        format: format)
    case 0x027E:
      guard let bits = body.littleUInt32(at: 6) else { return }
      cells.add(.number(Double(rk: bits)), row: row, column: column, format: format)
    case 0x00BD: takeNumbers(body, row: row, firstColumn: column)
    case 0x00FD:
      guard let index = body.littleUInt32(at: 6) else { return }
      cells.add(.shared(index), row: row, column: column, format: format)
    default:
      takeFormula(body, row: row, column: column, format: format, workbook)
    }
  }

  /// Cells of BIFF2 tell the number of their format themselves.
  private static func biff2Format(_ body: Span<UInt8>) -> Int {
    body.count > 5 ? Int(body[5] & 0x3F) : 0
  }

  private mutating func takeNumbers(_ body: Span<UInt8>, row: Int, firstColumn: Int) {
    var position = 4
    var column = firstColumn
    // The last column stands behind the numbers.
    while position + 6 <= body.count - 2 {
      guard let format = body.littleUInt16(at: position),
        let bits = body.littleUInt32(at: position + 2)
      else { return }
      cells.add(.number(Double(rk: bits)), row: row, column: column, format: format)
      position += 6
      column += 1
    }
  }

  private mutating func takeFormula(
    _ body: Span<UInt8>, row: Int, column: Int, format: Int, _ workbook: borrowing WorkbookGlobals
  ) {
    let isBIFF2 = workbook.version == .biff2
    let start = isBIFF2 ? 7 : 6
    guard let number = body.littleDouble(at: start) else { return }
    if body.littleUInt16(at: start + 6) == 0xFFFF {
      let code = body[start + 2]
      switch body[start] {
      case 0: formula = (row, column)
      case 1: cells.add(.truth(code != 0), row: row, column: column, format: format)
      case 2: cells.add(.error(code), row: row, column: column, format: format)
      default: break
      }
    } else {
      cells.add(.number(number), row: row, column: column, format: format)
    }
    guard workbook.version >= .biff5, let count = body.littleUInt16(at: 20) else { return }
    takeTokens(body, 22..<22 + count, workbook)
  }

  // MARK: Formulas

  private mutating func takeTokens(
    _ body: Span<UInt8>, _ range: Range<Int>, _ workbook: borrowing WorkbookGlobals
  ) {
    var formula = FormulaTexts()
    formula.read(body, range, workbook)
    paragraphs.addFormula(formula.texts)
  }

  private mutating func takeSharedFormula(
    _ type: Int, _ body: Span<UInt8>, _ workbook: borrowing WorkbookGlobals
  ) {
    let start = type == 0x0221 ? 12 : 8
    guard let count = body.littleUInt16(at: start) else { return }
    takeTokens(body, start + 2..<start + 2 + count, workbook)
  }

  /// Source: MS-XLS 2.4.98.
  private mutating func takeValidation(
    _ body: Span<UInt8>, borders: [Int], _ workbook: borrowing WorkbookGlobals
  ) {
    var place = BIFFBody(from: 4, borders: borders)
    for _ in 0..<4 {
      var text: [UInt8] = []
      guard place.appendText(body, to: &text) else { return }
      // None is written as a NUL.
      if text != [0] { paragraphs.add(text, to: .formFields) }
    }
    var formula = FormulaTexts()
    for _ in 0..<2 {
      guard let count = place.readUInt16(body) else { break }
      let start = place.position + 2
      formula.read(body, start..<start + count, workbook)
      place.position = start + count
    }
    for text in formula.texts {
      // The items of a list.
      paragraphs.add(text.split(separator: 0).map(Array.init), to: .formFields)
    }
  }
}

extension Double {
  /// The number that is packed into four bytes as a whole number or as the front of one.
  ///
  /// Source: MS-XLS 2.5.217, RkNumber.
  init(rk bits: Int) {
    let value =
      bits & 2 != 0
      ? Double(Int32(truncatingIfNeeded: bits) >> 2)
      : Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32)
    self = bits & 1 != 0 ? value / 100 : value
  }
}
