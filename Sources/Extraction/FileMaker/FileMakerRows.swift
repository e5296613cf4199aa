import ScanModel

/// Puts the records of the tables of a database together, value by value.
struct FileMakerRows {
  /// What records keep of themselves.
  private static let ownKey = 252

  private let names: FileMakerNames
  private let text: FileMakerText
  private var rows: TableText?
  private var table = -1
  private var record = -1
  /// A value of which parts may follow, and its column.
  private var value: [UInt8] = []
  private var column = 0

  init(_ file: FileMakerFile, _ names: FileMakerNames) {
    self.names = names
    text = FileMakerText(file.form)
  }

  /// Takes a value of a record, or one of the parts of it, which come in order.
  mutating func take<Sink: DocumentSink & ~Copyable>(
    _ bytes: Span<UInt8>, table: Int, record: Int, column: Int, isPart: Bool, into sink: inout Sink
  ) {
    guard isPart || column != Self.ownKey, column > 0 else { return }
    if table != self.table { beginTable(table, into: &sink) }
    if record != self.record { beginRecord(record, into: &sink) }
    if column != self.column || !isPart { endValue() }
    self.column = column
    value.append(bytes, bytes.indices)
  }

  /// Ends the last table.
  mutating func finish<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    endValue()
    guard rows != nil else { return }
    rows?.finish(into: &sink)
    sink.endText()
    rows = nil
    (table, record) = (-1, -1)
  }

  private mutating func beginTable<Sink: DocumentSink & ~Copyable>(
    _ table: Int, into sink: inout Sink
  ) {
    finish(into: &sink)
    self.table = table
    let name = names.tables[table].map { String(decoding: $0, as: UTF8.self) }
    sink.beginText(at: name.map { [.table($0)] } ?? [])
    rows = TableText(columns: names.columns(of: table))
  }

  private mutating func beginRecord<Sink: DocumentSink & ~Copyable>(
    _ record: Int, into sink: inout Sink
  ) {
    endValue()
    self.record = record
    rows?.pushIfDue(into: &sink)
    rows?.beginRow(record)
  }

  private mutating func endValue() {
    defer { value.removeAll(keepingCapacity: true) }
    guard !value.isEmpty else { return }
    let written = text.text(value.span)
    rows?.add(written, column: column)
  }
}
