import ScanModel

/// The other workbooks that a workbook refers to, and what it keeps of their cells.
struct ExternalBooks {
  private var sheetNames: [[UInt8]] = []
  /// The cells of the sheet that was told last.
  private var sheetName: [UInt8] = []
  private var cells = WorkbookCells()

  /// Takes the address of a workbook and the names of its sheets.
  ///
  /// Source: MS-XLS 2.4.271.
  mutating func takeBook(
    _ body: Span<UInt8>, borders: [Int], into paragraphs: inout SheetParagraphs
  ) {
    sheetNames = []
    guard let sheetCount = body.littleUInt16(at: 0), let length = body.littleUInt16(at: 2),
      length != 0x0401, length != 0x3A01
    else { return }
    var place = BIFFBody(from: 2, borders: borders)
    var address: [UInt8] = []
    guard place.appendText(body, to: &address) else { return }
    paragraphs.add(Self.path(address), to: .links)
    for _ in 0..<sheetCount {
      var name: [UInt8] = []
      guard place.appendText(body, to: &name) else { return }
      sheetNames.append(name)
    }
  }

  mutating func takeSheet<Sink: DocumentSink & ~Copyable>(
    _ body: Span<UInt8>, _ workbook: borrowing WorkbookGlobals, into sink: inout Sink
  ) -> Bool {
    let isWithinLimit = flush(workbook, into: &sink)
    let index = body.littleUInt16(at: 2) ?? 0
    sheetName = index < sheetNames.count ? sheetNames[index] : []
    return isWithinLimit
  }

  /// Takes the values of cells that lie side by side.
  ///
  /// Source: MS-XLS 2.4.74.
  mutating func takeCells(_ body: Span<UInt8>, borders: [Int]) {
    var place = BIFFBody(borders: borders)
    guard let last = place.readUInt8(body), let first = place.readUInt8(body), first <= last,
      let row = place.readUInt16(body)
    else { return }
    for column in first...last {
      switch place.readUInt8(body) {
      case 1:
        guard let number = body.littleDouble(at: place.position) else { return }
        cells.add(.number(number), row: row, column: column, format: Int(UInt16.max))
        place.position += 8
      case 2:
        var text: [UInt8] = []
        let isWhole = place.appendText(body, to: &text)
        cells.addText(row: row, column: column) { $0 += text }
        guard isWhole else { return }
      case 0, 4, 16: place.position += 8
      default: return
      }
    }
  }

  mutating func flush<Sink: DocumentSink & ~Copyable>(
    _ workbook: borrowing WorkbookGlobals, into sink: inout Sink
  ) -> Bool {
    guard !cells.isEmpty else { return true }
    var parts = [DocumentPart.section(.hiddenText)]
    if !sheetName.isEmpty {
      parts.insert(.sheet(String(decoding: sheetName, as: UTF8.self)), at: 0)
    }
    let isWithinLimit = cells.flush(isLast: true, workbook, at: parts, into: &sink)
    cells = WorkbookCells()
    return isWithinLimit
  }

  /// A path in which control characters stand for drives and separators.
  ///
  /// Source: MS-XLS 2.5.277.
  private static func path(_ address: [UInt8]) -> [UInt8] {
    var path: [UInt8] = []
    for byte in address {
      switch byte {
      case 0x03: path.append(UInt8(ascii: "\\"))
      case 0x00...0x08: if !path.isEmpty { path.append(UInt8(ascii: " ")) }
      default: path.append(byte)
      }
    }
    return path
  }
}
