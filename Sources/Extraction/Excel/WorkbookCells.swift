import ScanModel

/// The cells of a sheet: gathered in the order of the file, and passed on in that of the sheet.
struct WorkbookCells {
  /// So many cells, or bytes of their texts, wait at most.
  private static let cellLimit = 1 << 20
  private static let byteLimit = 32 << 20
  /// From how many bytes on text is passed on.
  private static let pushByteCount = 1 << 20

  private var cells: [WorkbookCell] = []
  private var texts: [UInt8] = []
  private var isSorted = true
  /// The last cell that was passed on; no cell in front of it can follow in the same text.
  private var lastKey: UInt64?
  private var text: SheetText?

  var isEmpty: Bool { cells.isEmpty }
  var isDue: Bool { cells.count >= Self.cellLimit || texts.count >= Self.byteLimit }

  mutating func add(_ value: WorkbookCell.Value, row: Int, column: Int, format: Int) {
    let cell = WorkbookCell(row: row, column: column, format: format, value: value)
    if let last = cells.last, last.key > cell.key { isSorted = false }
    cells.append(cell)
  }

  /// Adds a text that `write` appends to the bytes it is given.
  mutating func addText(row: Int, column: Int, _ write: (inout [UInt8]) -> Void) {
    let start = texts.count
    write(&texts)
    guard texts.count > start else { return }
    add(.text(start..<texts.count), row: row, column: column, format: 0)
  }

  /// Passes on the cells that wait, as a text at `parts`; false where the file may not unpack to so
  /// much.
  ///
  /// Ends the text where `isLast`. Cells that belong in front of those that were passed on before
  /// begin another text.
  mutating func flush<Sink: DocumentSink & ~Copyable>(
    isLast: Bool, _ workbook: borrowing WorkbookGlobals, at parts: [DocumentPart],
    into sink: inout Sink
  ) -> Bool {
    if !isSorted { cells.sort { $0.key < $1.key } }
    if let lastKey, let first = cells.first, first.key <= lastKey { endText(into: &sink) }
    if !cells.isEmpty, text == nil {
      sink.beginText(at: parts)
      text = SheetText()
    }
    let isWithinLimit = append(workbook, into: &sink)
    lastKey = cells.last?.key ?? lastKey
    cells.removeAll(keepingCapacity: !isLast)
    texts.removeAll(keepingCapacity: !isLast)
    isSorted = true
    if isLast || !isWithinLimit { endText(into: &sink) }
    return isWithinLimit
  }

  /// Adds the texts and numbers of the cells that wait.
  func addValues(
    _ workbook: borrowing WorkbookGlobals, to texts: inout Set<[UInt8]>,
    _ numbers: inout Set<Double>
  ) {
    for cell in cells {
      if case .number(let number) = cell.value {
        numbers.insert(number)
      } else {
        var text: [UInt8] = []
        append(cell, .general, workbook, to: &text)
        texts.insert(text)
      }
    }
  }

  private mutating func endText<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    guard var text else { return }
    text.finish(into: &sink)
    sink.endText()
    self.text = nil
    lastKey = nil
  }

  private mutating func append<Sink: DocumentSink & ~Copyable>(
    _ workbook: borrowing WorkbookGlobals, into sink: inout Sink
  ) -> Bool {
    guard var text else { return true }
    self.text = nil
    defer { self.text = text }
    let formats = workbook.cellFormats
    var value: [UInt8] = []
    var waitingByteCount = 0
    var lastPlace: (row: Int, column: Int)?
    for index in cells.indices {
      let cell = cells[index]
      // Cells that are stored twice stand in one.
      if index > 0, cells[index - 1].key == cell.key, !value.isEmpty {
        value.append(UInt8(ascii: " "))
      } else {
        value.removeAll(keepingCapacity: true)
      }
      let format = Int(cell.format) < formats.count ? formats[Int(cell.format)] : .general
      append(cell, format, workbook, to: &value)
      if index + 1 < cells.count, cells[index + 1].key == cell.key { continue }
      // Each column that is passed over takes a byte.
      let gap = cell.column - (lastPlace?.row == cell.row ? lastPlace?.column ?? 0 : 0)
      lastPlace = (cell.row, cell.column)
      guard sink.context.spend(unpacked: value.count + gap) else { return false }
      text.append(value.span, row: cell.row + 1, column: cell.column + 1)
      waitingByteCount += value.count + gap
      guard waitingByteCount >= Self.pushByteCount else { continue }
      waitingByteCount = 0
      if sink.isCancelled { return true }
      text.pushIfDue(into: &sink)
    }
    return true
  }

  private func append(
    _ cell: WorkbookCell, _ format: CellFormat, _ workbook: borrowing WorkbookGlobals,
    to value: inout [UInt8]
  ) {
    switch cell.value {
    case .number(let number):
      value.append(cellNumber: number, format, is1904: workbook.is1904)
    case .shared(let index):
      guard let range = workbook.sharedTexts[index] else { return }
      value.append(contentsOf: workbook.sharedTexts.bytes[range])
    case .text(let range): value.append(contentsOf: texts[range])
    case .truth(let isTrue): value.append(contentsOf: (isTrue ? "TRUE" : "FALSE").utf8)
    case .error(let code): value.append(contentsOf: Self.errorName(code).utf8)
    }
  }

  /// Source: MS-XLS 2.5.10, BErr.
  private static func errorName(_ code: UInt8) -> String {
    switch code {
    case 0x00: "#NULL!"
    case 0x07: "#DIV/0!"
    case 0x0F: "#VALUE!"
    case 0x17: "#REF!"
    case 0x1D: "#NAME?"
    case 0x24: "#NUM!"
    case 0x2A: "#N/A"
    default: ""
    }
  }
}
