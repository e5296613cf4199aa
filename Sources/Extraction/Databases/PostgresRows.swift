import ScanModel

/// The rows of a table as COPY writes them, cut into cells.
///
/// Cells stand between tabs, rows on lines; backslashes escape, `\N` is no value.
struct PostgresRows {
  private var text: TableText
  private var unread: [UInt8] = []
  private var row = 0

  /// `statement` is the COPY that the rows belong to.
  init(statement: [UInt8]) {
    text = TableText(columns: Self.columns(of: statement))
  }

  /// Takes the next bytes and pushes the rows that are whole.
  mutating func take<Sink: DocumentSink & ~Copyable>(
    _ bytes: UnsafeBufferPointer<UInt8>, into sink: inout Sink
  ) {
    unread.append(contentsOf: bytes)
    if unread.count >= 128 << 10 { takeRows(isLast: false, into: &sink) }
  }

  mutating func finish<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    takeRows(isLast: true, into: &sink)
    text.finish(into: &sink)
  }

  private mutating func takeRows<Sink: DocumentSink & ~Copyable>(
    isLast: Bool, into sink: inout Sink
  ) {
    var start = 0
    var position = 0
    while position < unread.count {
      if unread[position] == UInt8(ascii: "\n") {
        takeRow(start..<position)
        text.pushIfDue(into: &sink)
        start = position + 1
      }
      position += 1
    }
    if isLast, start < unread.count {
      takeRow(start..<unread.count)
      start = unread.count
    }
    unread.removeSubrange(..<start)
  }

  private mutating func takeRow(_ range: Range<Int>) {
    // The end of the data is a line of its own.
    if range.count == 2, unread[range.lowerBound] == UInt8(ascii: "\\"),
      unread[range.lowerBound + 1] == UInt8(ascii: ".")
    {
      return
    }
    guard !range.isEmpty else { return }
    row += 1
    text.beginRow(row)
    var column = 1
    var start = range.lowerBound
    for position in range where unread[position] == UInt8(ascii: "\t") {
      takeCell(start..<position, column)
      column += 1
      start = position + 1
    }
    takeCell(start..<range.upperBound, column)
  }

  private mutating func takeCell(_ range: Range<Int>, _ column: Int) {
    var value: [UInt8] = []
    value.reserveCapacity(range.count)
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = unread[position]
      position += 1
      guard byte == UInt8(ascii: "\\"), position < range.upperBound else {
        value.append(byte)
        continue
      }
      let escaped = unread[position]
      position += 1
      switch escaped {
      case UInt8(ascii: "N") where range.count == 2: return
      case UInt8(ascii: "b"): value.append(8)
      case UInt8(ascii: "f"): value.append(12)
      case UInt8(ascii: "n"): value.append(10)
      case UInt8(ascii: "r"): value.append(13)
      case UInt8(ascii: "t"): value.append(9)
      case UInt8(ascii: "v"): value.append(11)
      default: value.append(escaped)
      }
    }
    text.add(value.repaired, column: column)
  }

  /// The names between the parentheses of `COPY table (a, "b c") FROM stdin;`.
  private static func columns(of statement: [UInt8]) -> [[UInt8]] {
    var names: [[UInt8]] = []
    var name: [UInt8] = []
    var isQuoted = false
    var isInside = false
    for byte in statement {
      switch byte {
      case UInt8(ascii: "\""):
        isQuoted.toggle()
        // Two quotes in a row are one, in a name that is quoted.
        if isQuoted, isInside, !name.isEmpty { name.append(byte) }
      case UInt8(ascii: "(") where !isQuoted: isInside = true
      case UInt8(ascii: ",") where !isQuoted && isInside:
        names.append(name)
        name.removeAll()
      case UInt8(ascii: ")") where !isQuoted && isInside:
        names.append(name)
        return names
      case UInt8(ascii: " ") where !isQuoted: continue
      default: if isInside { name.append(byte) }
      }
    }
    return []
  }
}
