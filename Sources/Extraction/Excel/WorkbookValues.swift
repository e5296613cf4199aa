/// The texts and numbers in a stream of a workbook, wherever they stand there.
struct WorkbookValues {
  private var texts: Set<[UInt8]> = []
  private var numbers: Set<Double> = []

  init(_ bytes: [UInt8]) {
    let stream = bytes.span
    var workbook = WorkbookGlobals()
    var sheet = SheetReader(name: "", isChart: false)
    var position = 0
    while let record = BIFFRecord(in: stream, at: position) {
      let body = stream.extracting(record.body)
      position = record.body.upperBound
      if BIFFRecord.Kind.beginnings.contains(record.type) {
        workbook.version = BIFFVersion(
          beginning: record.type, version: body.littleUInt16(at: 0) ?? 0)
      } else if let whole = record.whole(in: stream) {
        position = whole.end
        take(record.type, whole.bytes.span, whole.borders, &workbook, &sheet)
      } else {
        take(record.type, body, [], &workbook, &sheet)
      }
    }
    sheet.finish()
    texts.formUnion(sheet.paragraphs.texts)
    sheet.cells.addValues(workbook, to: &texts, &numbers)
  }

  private func take(
    _ type: Int, _ body: Span<UInt8>, _ borders: [Int], _ workbook: inout WorkbookGlobals,
    _ sheet: inout SheetReader
  ) {
    if type == BIFFRecord.Kind.sharedStrings {
      _ = workbook.sharedTexts.read(body, borders: borders)
    } else if !workbook.take(type, body) {
      sheet.take(type, body, borders: borders, workbook)
    }
  }

  /// Whether every value of `other` is one of these too.
  func hold(_ other: WorkbookValues) -> Bool {
    other.texts.isSubset(of: texts) && other.numbers.isSubset(of: numbers)
  }
}
