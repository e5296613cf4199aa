import ScanModel

/// Reads the stream of a workbook, record by record, from its beginning to its end.
///
/// The sheets are read in the order in which they are stored. Where records are damaged it goes on
/// with the next sheet.
struct BIFFWorkbookReader {
  private var workbook = WorkbookGlobals()
  private var paragraphs = SheetParagraphs()
  private var books = ExternalBooks()
  private var sheet: SheetReader?
  private var sheets = WorkbookSheets()
  /// The name that stands before the next sheet in workbooks of Excel 4.
  private var nextName = ""
  /// The drawings of the workbook, which hold the pictures of all sheets.
  private var drawings: [UInt8] = []
  /// How many substreams are open.
  private var depth = 0
  private var isMalformed = false
  private var isOverLimit = false

  /// Whether `bytes` begin as the stream of a workbook does.
  static func canRead(_ bytes: Span<UInt8>) -> Bool {
    guard let record = BIFFRecord(in: bytes, at: 0) else { return false }
    return BIFFRecord.Kind.beginnings.contains(record.type)
  }

  /// Passes everything in `stream` on to `sink`.
  mutating func read<Sink: DocumentSink & ~Copyable>(
    _ stream: Span<UInt8>, into sink: inout Sink
  ) -> ExtractionOutcome {
    var position = 0
    while !isOverLimit, !sink.isCancelled {
      let next = sheets.start(behind: position)
      guard let record = BIFFRecord(in: stream, at: position, end: next), isPlausible(record)
      else {
        // Between sheets, and behind the last one, there may be anything.
        if depth > 0 { isMalformed = true }
        guard let next else { break }
        position = next
        continue
      }
      if record.isCut { isMalformed = true }
      position = take(record, in: stream, before: next, into: &sink)
    }
    if depth > 0 { isMalformed = true }
    endSheet(into: &sink)
    if !books.flush(workbook, into: &sink) { isOverLimit = true }
    paragraphs.flush(at: [], into: &sink)
    if !drawings.isEmpty, !isOverLimit { OfficePictures.take(of: [drawings], into: &sink) }
    if sink.isCancelled { return .partial(.interrupted) }
    if sheets.isOverLimit { isOverLimit = true }
    for sheet in sheets.unread {
      sink.miss(isOverLimit ? .limit : .malformed, at: [.sheet(sheet.name)])
      isMalformed = true
    }
    return isOverLimit ? .partial(.limit) : isMalformed ? .partial(.malformed) : .complete
  }

  /// Whether the record can be one: inside of a substream any can, else only its beginning.
  private func isPlausible(_ record: BIFFRecord) -> Bool {
    depth > 0 || BIFFRecord.Kind.beginnings.contains(record.type)
      || record.type == BIFFRecord.Kind.bundleHeader
  }

  /// Takes a record with the CONTINUE records behind it; returns where the next one begins.
  private mutating func take<Sink: DocumentSink & ~Copyable>(
    _ record: BIFFRecord, in stream: Span<UInt8>, before limit: Int?, into sink: inout Sink
  ) -> Int {
    let body = stream.extracting(record.body)
    if BIFFRecord.Kind.beginnings.contains(record.type) {
      begin(record, body, into: &sink)
      return record.body.upperBound
    }
    if record.type == BIFFRecord.Kind.endOfStream {
      end(into: &sink)
      return record.body.upperBound
    }
    guard let whole = record.whole(in: stream, before: limit) else {
      take(record.type, body, borders: [], into: &sink)
      return record.body.upperBound
    }
    take(record.type, whole.bytes.span, borders: whole.borders, into: &sink)
    return whole.end
  }

  // MARK: Substreams

  private mutating func begin<Sink: DocumentSink & ~Copyable>(
    _ record: BIFFRecord, _ body: Span<UInt8>, into sink: inout Sink
  ) {
    let known = sheets.sheet(at: record.start)
    if known != nil, depth > 0, sheet != nil {
      // The sheet before has no end.
      isMalformed = true
      endSheet(into: &sink)
      depth = 0
    }
    let version = BIFFVersion(
      beginning: record.type, version: body.littleUInt16(at: 0) ?? 0)
    let kind = body.littleUInt16(at: 2) ?? 0
    depth += 1
    if sheet != nil {
      sheet?.chartDepth += 1
      return
    }
    // The workbook itself, and that of Excel 4 with sheets in it.
    if kind == 0x0005 || kind == 0x0100 {
      workbook.version = version
      return
    }
    if sheets.isEmpty { workbook.version = version }
    sheets.markRead(at: record.start)
    sheet = SheetReader(name: known?.name ?? nextName, isChart: kind == 0x0020)
    sheetDepth = depth
    nextName = ""
  }

  /// How many substreams were open when the sheet began, with its own.
  private var sheetDepth = 0

  private mutating func end<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    depth = max(depth - 1, 0)
    guard sheet != nil else { return }
    if depth < sheetDepth {
      endSheet(into: &sink)
    } else {
      sheet?.chartDepth -= 1
    }
  }

  private mutating func endSheet<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    guard var ended = sheet else { return }
    sheet = nil
    if !ended.cells.flush(isLast: true, workbook, at: ended.parts, into: &sink) {
      isOverLimit = true
    }
    ended.finish()
    ended.paragraphs.flush(at: ended.parts, into: &sink)
  }

  // MARK: Records

  private mutating func take<Sink: DocumentSink & ~Copyable>(
    _ type: Int, _ body: Span<UInt8>, borders: [Int], into sink: inout Sink
  ) {
    if workbook.take(type, body) { return }
    if sheet != nil {
      sheet?.take(type, body, borders: borders, workbook)
      if sheet?.cells.isDue == true { flushCells(into: &sink) }
      if workbook.version >= .biff5 || !Self.namesInSheets.contains(type) { return }
    }
    switch type {
    case BIFFRecord.Kind.boundSheet:
      if workbook.version >= .biff5, let sheet = WorkbookSheet(body, workbook) {
        sheets.append(sheet)
      }
    case BIFFRecord.Kind.bundleHeader:
      nextName = String(
        decoding: workbook.text(body, at: 4, lengthByteCount: 1), as: UTF8.self)
    case BIFFRecord.Kind.sharedStrings:
      if !workbook.sharedTexts.read(body, borders: borders) { isMalformed = true }
    case 0x00EB: drawings.append(body, body.indices)
    case 0x0018, 0x0218: takeName(body, borders: borders)
    case 0x0023, 0x0223: takeExternalName(body)
    case 0x005B: takeUser(body, at: 4)
    case 0x005C: takeUser(body, at: 0)
    case 0x01AE: books.takeBook(body, borders: borders, into: &paragraphs)
    case 0x0059:
      if !books.takeSheet(body, workbook, into: &sink) { isOverLimit = true }
    case 0x005A: books.takeCells(body, borders: borders)
    case 0x00B8, 0x00B9: takeRoute(body)
    case 0x00CD:
      paragraphs.add(workbook.text(body, at: 0, lengthByteCount: 2), to: .fieldCodes)
    default: return
    }
  }

  /// Records that stand in the one sheet of workbooks before Excel 5.
  private static let namesInSheets: Set<Int> = [0x0018, 0x0218, 0x005C, 0x005B]

  private mutating func flushCells<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    guard var open = sheet else { return }
    sheet = nil
    if !open.cells.flush(isLast: false, workbook, at: open.parts, into: &sink) {
      isOverLimit = true
    }
    sheet = open
  }

  /// A defined name, and the texts in what it stands for.
  ///
  /// Source: MS-XLS 2.4.150.
  private mutating func takeName(_ body: Span<UInt8>, borders: [Int]) {
    guard workbook.version >= .biff5, body.count >= 14,
      let flags = body.littleUInt16(at: 0), let byteCount = body.littleUInt16(at: 4)
    else { return }
    var name: [UInt8] = []
    var place = BIFFBody(from: 14, borders: borders)
    workbook.appendText(body, characterCount: Int(body[3]), &place, to: &name)
    // Names that Excel gives have a number.
    if flags & 0x20 == 0 { paragraphs.add(name, to: .fieldCodes) }
    let end = place.position + byteCount
    var formula = FormulaTexts()
    formula.read(body.extracting(body.inside(0..<end)), place.position..<end, workbook)
    paragraphs.addFormula(formula.texts)
    place.position = end
    // The text of a menu, a description, a help text, a text for the status bar.
    for index in 10..<14 where body[index] > 0 {
      var text: [UInt8] = []
      workbook.appendText(body, characterCount: Int(body[index]), &place, to: &text)
      paragraphs.add(text, to: .fieldCodes)
    }
  }

  private mutating func takeExternalName(_ body: Span<UInt8>) {
    guard workbook.version >= .biff5 else { return }
    paragraphs.add(workbook.text(body, at: 6, lengthByteCount: 1), to: .links)
  }

  /// Who saved the workbook, or wants to be the only one to change it.
  private mutating func takeUser(_ body: Span<UInt8>, at position: Int) {
    let isBIFF8 = workbook.version == .biff8
    guard
      let length = isBIFF8
        ? body.littleUInt16(at: position) : body.byte(at: position),
      length <= body.count
    else { return }
    let name = workbook.text(body, at: position, lengthByteCount: isBIFF8 ? 2 : 1)
    if !name.contains(0) { paragraphs.add(name, to: .properties) }
  }

  /// The people to whom a workbook is sent one after the other: texts among other values.
  private mutating func takeRoute(_ body: Span<UInt8>) {
    var run: [UInt8] = []
    for index in 0...body.count {
      let byte = index < body.count ? body[index] : 0
      if byte >= 0x20 {
        run.append(byte)
        continue
      }
      if run.count > 2 {
        var text: [UInt8] = []
        workbook.codePage.decode(run.span, into: &text)
        paragraphs.add(text, to: .properties)
      }
      run.removeAll(keepingCapacity: true)
    }
  }
}

extension Span<UInt8> {
  fileprivate func byte(at position: Int) -> Int? {
    position < count ? Int(self[position]) : nil
  }
}
