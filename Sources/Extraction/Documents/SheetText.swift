package import ScanModel

/// The text of a sheet whose cells come row by row; which row is the header is found as in an export
/// with delimiters.
///
/// Rows and columns are those of the sheet, both from 1. Empty rows and cells cost a byte each. A run
/// of cells with one letter or digit each, such as the boxes of a form, is the value of the first of
/// them, unless its columns have headers or all have the same letter.
package struct SheetText {
  private var reader = DelimitedReader(delimiter: UInt8(ascii: "\t"))
  private var row = 1
  private var column = 1
  /// Whether the row has begun and has no value yet.
  private var isFresh = true
  /// The cells of the row that wait until it is known whether they are one value.
  private var boxes = CellRun()
  private var boxText: [UInt8] = []
  private var boxColumns: [Int] = []
  private var boxRow = 1
  private var columns = SheetColumns()

  package init() {}

  /// Appends a cell; rows do not go back, nor columns within a row.
  ///
  /// Two values in one cell stand with a space between them.
  package mutating func append(_ value: Span<UInt8>, row: Int, column: Int) {
    guard !value.isEmpty else { return }
    if row != boxRow { endBoxes() }
    let isAlone = row > self.row || column > self.column || isFresh
    guard value.count == 1, value[0].isLetterOrDigit, isAlone else {
      endBoxes()
      columns.note(row: row, column: column)
      return write(value, row: row, column: column)
    }
    boxRow = row
    passOnBoxes(boxes.add(column: column))
    boxText.append(value[0])
    boxColumns.append(column)
  }

  package mutating func append(_ value: [UInt8], row: Int, column: Int) {
    append(value.span, row: row, column: column)
  }

  private mutating func endBoxes() {
    guard !boxText.isEmpty else { return }
    boxes.removeAll()
    passOnBoxes(boxText.count)
  }

  /// Writes the first of the cells that wait, as one value where they are one.
  private mutating func passOnBoxes(_ count: Int) {
    guard count > 0 else { return }
    let text = boxText
    let isValue =
      CellRun.valueCounts.contains(count) && !text.prefix(count).areOneLetter
      && !columns.haveHeader(boxColumns.prefix(count))
    for index in isValue ? 0..<1 : 0..<count {
      let range = isValue ? 0..<count : index..<index + 1
      write(text.span.extracting(range), row: boxRow, column: boxColumns[index])
    }
    boxText.removeFirst(count)
    boxColumns.removeFirst(count)
  }

  private mutating func write(_ value: Span<UInt8>, row: Int, column: Int) {
    if row > self.row {
      reader.text.append(UInt8(ascii: "\n"), count: row - self.row)
      self.row = row
      self.column = 1
      isFresh = true
    }
    if column > self.column {
      reader.text.append(UInt8(ascii: "\t"), count: column - self.column)
      self.column = column
    } else if !isFresh {
      reader.text.append(0x20)
    }
    isFresh = false
    append(value)
  }

  package mutating func pushIfDue(into sink: inout some TextSink & ~Copyable) {
    while reader.isDue, !sink.isCancelled { reader.advance(into: &sink) }
  }

  package mutating func finish(into sink: inout some TextSink & ~Copyable) {
    endBoxes()
    pushIfDue(into: &sink)
    reader.finish(into: &sink)
  }

  /// Quotes a value in which a line or cell would end.
  private mutating func append(_ value: Span<UInt8>) {
    guard value.hasSeparator else { return reader.text.append(value, 0..<value.count) }
    reader.text.append(UInt8(ascii: "\""))
    for index in value.indices {
      if value[index] == UInt8(ascii: "\"") { reader.text.append(UInt8(ascii: "\"")) }
      reader.text.append(value[index])
    }
    reader.text.append(UInt8(ascii: "\""))
  }
}

extension Span<UInt8> {
  /// Whether a line or cell would end in it, or a quotation begin.
  fileprivate var hasSeparator: Bool {
    for index in indices where self[index] <= UInt8(ascii: "\"") {
      switch self[index] {
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\""):
        return true
      default: continue
      }
    }
    return false
  }
}

extension [UInt8] {
  /// Appends `byte` so many times; mostly it is once.
  fileprivate mutating func append(_ byte: UInt8, count: Int) {
    for _ in 0..<count { append(byte) }
  }
}
