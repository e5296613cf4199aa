import ScanModel

/// What the objects of a data file of R show: tables, lists and texts, under their names.
struct RTables<Sink: DocumentSink & ~Copyable> {
  private let objects: RObjects
  /// By number, whether it was shown.
  private var isShown: [Bool]
  private var depth = 0
  /// Whether some object lies too deep to be shown.
  private(set) var isCut = false

  private static var mostNested: Int { 400 }
  /// Attributes that say how the others are to be read.
  private static var ownAttributes: Set<String> {
    ["names", "class", "levels", "label", "dim", "tzone", "row.names", "units", "srcref"]
  }

  init(_ objects: RObjects) {
    self.objects = objects
    isShown = Array(repeating: false, count: objects.count)
  }

  /// Pushes an object and all in it; `name` is what it is called where it stands.
  mutating func take(
    _ number: Int, name: [UInt8], at parts: [DocumentPart], _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) {
    guard !isShown[number], !sink.isCancelled else { return }
    guard depth < Self.mostNested else { return isCut = true }
    isShown[number] = true
    depth += 1
    defer { depth -= 1 }
    switch objects[number].content {
    case .list(let items): takeList(number, items, name: name, at: parts, bytes, into: &sink)
    case .pairs(let pairs):
      for pair in pairs {
        take(
          pair.value, name: pair.name.isEmpty ? name : pair.name, at: parts, bytes, into: &sink)
      }
    case .asTexts(let other): take(other, name: name, at: parts, bytes, into: &sink)
    case .bytes(let range): sink.takeValue(bytes.extracting(range), at: parts)
    case .texts, .integers, .doubles:
      guard let column = RColumn(number, name: name, objects, bytes) else { break }
      let names = objects.attribute("names", of: number).flatMap {
        RColumn($0, name: [], objects, bytes)
      }
      push([names, column].compactMap { $0 }, rows: column.count, at: parts, bytes, into: &sink)
      pushLevels(of: [column], at: parts, bytes, into: &sink)
    case .none, .logicals, .symbol: break
    }
    takeAttributes(of: number, at: parts, bytes, into: &sink)
  }

  private mutating func takeList(
    _ number: Int, _ items: [Int], name: [UInt8], at parts: [DocumentPart], _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) {
    let names = objects.names(of: number, bytes)
    if objects.isOfClass("data.frame", number, bytes) {
      takeTable(number, items, names: names, at: parts, bytes, into: &sink)
    }
    for (index, item) in items.enumerated() {
      let own = index < names.count ? names[index] : []
      take(item, name: own.isEmpty ? name : own, at: parts, bytes, into: &sink)
    }
  }

  /// Pushes the columns of a table side by side; what is no plain column is left to be shown by itself.
  private mutating func takeTable(
    _ number: Int, _ items: [Int], names: [[UInt8]], at parts: [DocumentPart],
    _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    var columns: [RColumn] = []
    if let rows = objects.attribute("row.names", of: number), case .texts = objects[rows].content,
      let column = RColumn(rows, name: [], objects, bytes)
    {
      columns.append(column)
    }
    for (index, item) in items.enumerated() where !isShown[item] {
      guard
        let column = RColumn(
          item, name: index < names.count ? names[index] : [], objects, bytes)
      else { continue }
      columns.append(column)
      isShown[item] = true
    }
    push(columns, rows: columns.map(\.count).max() ?? 0, at: parts, bytes, into: &sink)
    pushLevels(of: columns, at: parts, bytes, into: &sink)
    for item in items where isShown[item] {
      takeAttributes(of: item, at: parts, bytes, into: &sink)
    }
  }

  private func push(
    _ columns: [RColumn], rows: Int, at parts: [DocumentPart], _ bytes: Span<UInt8>,
    into sink: inout Sink
  ) {
    guard rows > 0 else { return }
    sink.beginText(at: parts)
    var text = TableText(columns: columns.map { $0.header })
    for row in 0..<rows where !sink.isCancelled {
      text.beginRow(row + 1)
      for (index, column) in columns.enumerated() where row < column.count {
        let value = column.value(row, bytes)
        if !value.isEmpty { text.add(value, column: index + 1) }
      }
      text.pushIfDue(into: &sink)
    }
    text.finish(into: &sink)
    sink.endText()
  }

  /// What values might stand for that none does any more.
  private func pushLevels(
    of columns: [RColumn], at parts: [DocumentPart], _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    let levels = columns.flatMap { column in
      column.unusedLevels(bytes).map { (text: $0, name: column.header) }
    }
    sink.takeTexts(levels, at: parts + [.section(.properties)])
  }

  /// What somebody has noted about an object; not what says how it is to be read.
  private mutating func takeAttributes(
    of number: Int, at parts: [DocumentPart], _ bytes: Span<UInt8>, into sink: inout Sink
  ) {
    guard let attributes = objects[number].attributes,
      case .pairs(let pairs) = objects[attributes].content
    else { return }
    for pair in pairs
    where !Self.ownAttributes.contains(String(decoding: pair.name, as: UTF8.self)) {
      take(pair.value, name: pair.name, at: parts, bytes, into: &sink)
    }
  }
}
