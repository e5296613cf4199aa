import ScanModel

/// Reads workbooks of SpreadsheetML: sheets in their order, hidden ones too.
enum WorkbookReader {
  /// Reads what hangs together with the workbook part, which is open.
  static func read<Sink: DocumentSink & ~Copyable>(
    _ index: Int, _ text: consuming PartText, of package: inout OfficePackage,
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    var workbook = WorkbookContent()
    package.book(text.scan(into: &workbook, of: &sink), of: index, into: &sink)
    workbook.pushSides(into: &sink)
    let path = package.path(of: index)
    let relations = package.relations(of: path, bytes, for: &sink)
    var styles = CellStyles()
    if let part = part("styles", "xl/styles.xml", relations, path, package),
      var text = package.open(part, bytes, for: &sink)
    {
      package.book(text.scan(into: &styles, of: &sink), of: part, into: &sink)
    }
    var strings = SharedStrings(byteLimit: sink.context.limits.bytesInMemory)
    if let part = part("sharedStrings", "xl/sharedStrings.xml", relations, path, package),
      var text = package.open(part, bytes, for: &sink)
    {
      let reason = text.scan(into: &strings, of: &sink)
      package.book(strings.isOverLimit ? .limit : reason, of: part, into: &sink)
    }
    let cells = SheetCells(
      strings: strings, styles: styles, numbers: CellNumber(isFrom1904: workbook.isFrom1904),
      context: sink.context)
    for sheet in workbook.sheets {
      guard !sink.isCancelled else { return }
      guard let relation = relations[sheet.relationID],
        let part = package.unread(PackagePath.resolve(relation.target, from: path))
      else {
        sink.miss(.malformed, at: [.sheet(String(decoding: sheet.name, as: UTF8.self))])
        continue
      }
      readSheet(
        part, named: String(decoding: sheet.name, as: UTF8.self), cells, of: &package, bytes,
        into: &sink)
    }
    readUnlistedSheets(cells, of: &package, bytes, into: &sink)
    OfficeParts.takeLinks(of: relations, at: [], into: &sink)
  }

  static func part(
    _ type: StaticString, _ defaultPath: String, _ relations: PackageRelations, _ path: String,
    _ package: borrowing OfficePackage
  ) -> Int? {
    if let relation = relations.first(ofType: type),
      let index = package.unread(PackagePath.resolve(relation.target, from: path))
    {
      return index
    }
    return package.unread(defaultPath)
  }

  private static func readSheet<Sink: DocumentSink & ~Copyable>(
    _ part: Int, named name: String, _ cells: SheetCells, of package: inout OfficePackage,
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    guard var text = package.open(part, bytes, for: &sink) else { return }
    let place = [DocumentPart.sheet(name)]
    var sheet = SheetContent(cells)
    let reason = text.scan(into: &sheet, at: place, of: &sink)
    sheet.pushSides(at: place, into: &sink)
    if let reason = sheet.cells.isOverLimit ? .limit : reason { sink.miss(reason, at: place) }
    OfficeParts.readRelated(
      to: package.path(of: part), of: &package, bytes, at: place, into: &sink)
  }

  /// Sheets that lie in the package and that the workbook does not name.
  private static func readUnlistedSheets<Sink: DocumentSink & ~Copyable>(
    _ cells: SheetCells, of package: inout OfficePackage, _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) {
    for index in 0..<package.partCount where package.isUnread(index) {
      let key = package.archive.entries[index].key
      guard !sink.isCancelled, key.hasPrefix("xl/worksheets/sheet"), key.hasSuffix(".xml") else {
        continue
      }
      readSheet(index, named: package.path(of: index), cells, of: &package, bytes, into: &sink)
    }
  }
}
