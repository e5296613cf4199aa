import ScanModel

/// A table of iWork: its cells lie in tiles of 256 rows, their texts in lists.
struct IWorkTable {
  let name: [UInt8]
  /// Whether its lists could be read.
  private var isWhole = true
  private let tiles: [(firstRow: Int, object: IWorkObjects.Object)]
  /// By number, where texts lie, and the texts that have formats of their own.
  private var texts: [Int: Range<Int>] = [:]
  private var richTexts: [Int: IWorkObjects.Object] = [:]

  private static let defaultTileSize = 256

  /// Reads the lists of a table; nil where it has no cells.
  init?(
    _ model: IWorkObjects.Object, in objects: borrowing IWorkObjects, _ context: ExtractionContext
  ) {
    guard let store = objects.message(4, of: model.range) else { return nil }
    name = objects.text(8, of: model.range) ?? []
    tiles = Self.tiles(of: store, in: objects)
    // Many tables may share one list.
    let lists = [4, 17].compactMap { objects.reference($0, of: store)?.range.count }
    guard context.spend(unpacked: lists.reduce(0, +)) else {
      isWhole = false
      return
    }
    for entry in Self.entries(of: objects.reference(4, of: store), in: objects) {
      guard let key = objects.number(1, of: entry), let text = objects.message(3, of: entry) else {
        continue
      }
      texts[key] = text
    }
    for entry in Self.entries(of: objects.reference(17, of: store), in: objects) {
      guard let key = objects.number(1, of: entry),
        let payload = objects.reference(9, of: entry),
        let storage = objects.reference(1, of: payload.range)
      else { continue }
      richTexts[key] = storage
    }
  }

  private static func tiles(
    of store: Range<Int>, in objects: borrowing IWorkObjects
  ) -> [(firstRow: Int, object: IWorkObjects.Object)] {
    guard let storage = objects.message(3, of: store) else { return [] }
    let size = objects.number(2, of: storage) ?? defaultTileSize
    guard (1...65_536).contains(size) else { return [] }
    var tiles: [(firstRow: Int, object: IWorkObjects.Object)] = []
    for tile in objects.messages(1, of: storage) {
      guard let number = objects.number(1, of: tile), (0..<1 << 20).contains(number),
        let object = objects.reference(2, of: tile)
      else { continue }
      tiles.append((number * size, object))
    }
    return tiles.sorted { $0.firstRow < $1.firstRow }
  }

  /// The entries of a list, and of the segments that a long one has.
  private static func entries(
    of list: IWorkObjects.Object?, in objects: borrowing IWorkObjects
  ) -> [Range<Int>] {
    guard let list else { return [] }
    var entries = objects.messages(3, of: list.range)
    for segment in objects.references(4, of: list.range) {
      entries += objects.messages(3, of: segment.range)
    }
    return entries
  }

  /// Pushes the cells into `sink` as one text.
  func push<Sink: DocumentSink & ~Copyable>(
    from objects: borrowing IWorkObjects, into sink: inout Sink
  ) {
    var sheet = SheetText()
    for tile in tiles {
      guard isWhole, sink.context.spend(unpacked: tile.object.range.count) else {
        sink.miss(.limit, at: [])
        break
      }
      var rows: [(number: Int, message: Range<Int>)] = []
      for row in objects.messages(5, of: tile.object.range) {
        guard let number = objects.number(1, of: row), (0..<1 << 20).contains(number) else {
          continue
        }
        rows.append((tile.firstRow + number, row))
      }
      rows.sort { $0.number < $1.number }
      for row in rows where !sink.isCancelled {
        append(row.message, as: row.number + 1, from: objects, sink.context, to: &sheet)
        sheet.pushIfDue(into: &sink)
      }
    }
    sheet.finish(into: &sink)
  }

  /// Appends the cells of a row, whose places in its storage are given by column.
  private func append(
    _ row: Range<Int>, as number: Int, from objects: borrowing IWorkObjects,
    _ context: ExtractionContext, to sheet: inout SheetText
  ) {
    var storage = objects.message(6, of: row) ?? 0..<0
    var offsets = objects.message(7, of: row) ?? 0..<0
    var unit = objects.number(8, of: row) == 1 ? 4 : 1
    if storage.isEmpty {
      storage = objects.message(3, of: row) ?? 0..<0
      offsets = objects.message(4, of: row) ?? 0..<0
      unit = 1
    }
    let bytes = objects.bytes.span
    for column in 0..<min(offsets.count / 2, 16_384) {
      guard let offset = bytes.littleUInt16(at: offsets.lowerBound + 2 * column),
        offset != 0xFFFF, offset * unit < storage.count,
        let cell = IWorkCell(
          bytes.extracting(storage.lowerBound + offset * unit..<storage.upperBound))
      else { continue }
      switch cell {
      case .value(let value): sheet.append(value, row: number, column: column + 1)
      case .text(let key):
        guard let text = texts[key], context.spend(unpacked: text.count) else { continue }
        sheet.append(bytes.bytes(text).repaired, row: number, column: column + 1)
      case .richText(let key):
        guard let storage = richTexts[key], context.spend(unpacked: storage.range.count) else {
          continue
        }
        sheet.append(IWorkStorage(storage, in: objects).text, row: number, column: column + 1)
      }
    }
  }
}
