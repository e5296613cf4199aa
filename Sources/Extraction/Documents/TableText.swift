package import ScanModel

/// The text of a table whose columns have names, built row by row.
package struct TableText {
  private var window = TextWindow(form: .table)
  private var labels: [Int32] = []
  private var row = 0

  /// `columns` are the names, in UTF-8.
  package init(columns: [[UInt8]]) {
    for name in columns {
      labels.append(name.isEmpty ? TextLayout.noLabel : window.label(name))
    }
  }

  /// The header of a column: its name, and what it is said to mean.
  static func header(_ name: [UInt8], meaning label: [UInt8]) -> [UInt8] {
    label.isEmpty || label == name
      ? name : name + [0x20, UInt8(ascii: "(")] + label + [UInt8(ascii: ")")]
  }

  /// Begins the row with this number: that of a record, or its key in the database.
  package mutating func beginRow(_ number: Int) {
    if !window.bytes.isEmpty { window.bytes.append(UInt8(ascii: "\n")) }
    row = number
  }

  /// Adds a value of valid UTF-8 in `column`, from 1; an empty one is left out.
  package mutating func add(_ value: Span<UInt8>, column: Int) {
    window.appendField(
      value, 0..<value.count, behind: UInt8(ascii: "\t"),
      label: column <= labels.count ? labels[column - 1] : TextLayout.noLabel, row: row,
      column: Int32(truncatingIfNeeded: column))
  }

  package mutating func add(_ value: [UInt8], column: Int) {
    add(value.span, column: column)
  }

  package mutating func pushIfDue(into sink: inout some TextSink & ~Copyable) {
    if window.isDue { _ = window.push(into: &sink) }
  }

  package mutating func finish(into sink: inout some TextSink & ~Copyable) {
    _ = window.push(into: &sink, isLast: true)
  }
}
