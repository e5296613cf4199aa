/// Fields that are known before it is their turn: attributes of an element whose line is not known
/// yet, and attributes and comments in the middle of a text that goes on behind them.
struct MarkupWaitingFields {
  /// The bytes after which readers let them wait no longer.
  static let byteLimit = 64 << 10

  struct Field {
    let range: Range<Int>
    let label: Int32
    let row: Int
    let isOnOwnLine: Bool
  }

  /// Readers append the value of a field and then call `add`.
  var bytes: [UInt8] = []
  private(set) var fields: [Field] = []

  var isEmpty: Bool { fields.isEmpty }
  var isFull: Bool { bytes.count >= Self.byteLimit }

  /// Adds what was appended to `bytes` since the last field; nothing adds nothing.
  mutating func add(label: Int32, row: Int, isOnOwnLine: Bool = false) {
    let start = fields.last?.range.upperBound ?? 0
    guard bytes.count > start else { return }
    fields.append(
      Field(range: start..<bytes.count, label: label, row: row, isOnOwnLine: isOnOwnLine))
  }

  mutating func removeAll() {
    guard !bytes.isEmpty else { return }
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
  }
}

extension TreeText {
  /// Adds the fields that had to wait.
  mutating func add(_ waiting: borrowing MarkupWaitingFields) {
    guard !waiting.isEmpty else { return }
    for field in waiting.fields {
      if field.isOnOwnLine { breakLine() }
      addField(waiting.bytes.span, field.range, label: field.label, row: field.row)
      if field.isOnOwnLine { breakLine() }
    }
  }
}
