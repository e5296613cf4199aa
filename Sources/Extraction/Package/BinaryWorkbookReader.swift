import ScanModel

/// Reads workbooks whose parts are records of BIFF12 (xlsb).
enum BinaryWorkbookReader {
  /// Reads the workbook part and what hangs together with it.
  static func read<Sink: DocumentSink & ~Copyable>(
    _ index: Int, of package: inout OfficePackage, _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    guard var records = package.openRecords(index, bytes, for: &sink) else { return }
    var content = BinaryWorkbook()
    package.book(records.scan(into: &content), of: index, into: &sink)
    content.pushSides(into: &sink)
    let path = package.path(of: index)
    let relations = package.relations(of: path, bytes, for: &sink)
    let cells = cells(
      of: content.workbook, relations, path, of: &package, bytes, for: &sink)
    for sheet in content.workbook.sheets {
      guard !sink.isCancelled else { return }
      let name = String(decoding: sheet.name, as: UTF8.self)
      guard let relation = relations[sheet.relationID],
        let part = package.unread(PackagePath.resolve(relation.target, from: path))
      else {
        sink.miss(.malformed, at: [.sheet(name)])
        continue
      }
      readSheet(part, named: name, cells, of: &package, bytes, into: &sink)
    }
    for index in 0..<package.partCount where package.isUnread(index) {
      let key = package.archive.entries[index].key
      guard !sink.isCancelled, key.hasPrefix("xl/worksheets/sheet"), key.hasSuffix(".bin") else {
        continue
      }
      readSheet(index, named: package.path(of: index), cells, of: &package, bytes, into: &sink)
    }
    OfficeParts.takeLinks(of: relations, at: [], into: &sink)
  }

  /// What the sheets share.
  private static func cells<Sink: DocumentSink & ~Copyable>(
    of workbook: WorkbookContent, _ relations: PackageRelations, _ path: String,
    of package: inout OfficePackage, _ bytes: Span<UInt8>, for sink: inout Sink
  ) -> SheetCells {
    var styles = BinaryStyles()
    if let part = WorkbookReader.part("styles", "xl/styles.bin", relations, path, package),
      var records = package.openRecords(part, bytes, for: &sink)
    {
      package.book(records.scan(into: &styles), of: part, into: &sink)
    }
    var strings = BinaryStrings(byteLimit: sink.context.limits.bytesInMemory)
    if let part = WorkbookReader.part(
      "sharedStrings", "xl/sharedStrings.bin", relations, path, package),
      var records = package.openRecords(part, bytes, for: &sink)
    {
      let reason = records.scan(into: &strings)
      package.book(strings.strings.isOverLimit ? .limit : reason, of: part, into: &sink)
    }
    return SheetCells(
      strings: strings.strings, styles: styles.styles,
      numbers: CellNumber(isFrom1904: workbook.isFrom1904), context: sink.context)
  }

  private static func readSheet<Sink: DocumentSink & ~Copyable>(
    _ part: Int, named name: String, _ cells: SheetCells, of package: inout OfficePackage,
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    guard var records = package.openRecords(part, bytes, for: &sink) else { return }
    let place = [DocumentPart.sheet(name)]
    var sheet = BinarySheet(cells)
    let reason = records.scan(into: &sheet, at: place, of: &sink)
    sheet.pushSides(at: place, into: &sink)
    if let reason = sheet.cells.isOverLimit ? .limit : reason { sink.miss(reason, at: place) }
    OfficeParts.readRelated(
      to: package.path(of: part), of: &package, bytes, at: place, into: &sink)
  }

  /// Reads any other part in records, of which those of workbooks lie beside it in `xl`; false for
  /// parts that are something else.
  static func readPart<Sink: DocumentSink & ~Copyable>(
    _ index: Int, of package: inout OfficePackage, _ bytes: Span<UInt8>, at parts: [DocumentPart],
    into sink: inout Sink
  ) -> Bool {
    let key = package.archive.entries[index].key
    guard package.archive.index(of: "xl/workbook.bin") != nil else { return false }
    let name = Array(key.utf8)
    if name.hasWord("binaryindex") || name.hasWord("calcchain")
      || name.hasWord("xl/metadata")
    {
      package.setIsRead(index)
      return true
    }
    let isComments = name.hasWord("xl/comments")
    guard
      isComments || name.hasWord("/pivot") || name.hasWord("/externallinks/")
        || name.hasWord("/connections") || name.hasWord("/tables/") || name.hasWord("/querytables/")
        || name.hasWord("/slicer")
    else { return false }
    guard var records = package.openRecords(index, bytes, for: &sink) else { return true }
    var texts = BinaryTexts()
    let place =
      parts + [isComments ? .section(.comments) : .member(package.path(of: index))]
    let reason = records.scan(into: &texts, at: place, of: &sink)
    package.book(reason, of: index, into: &sink)
    return true
  }
}
