import ScanModel

/// The cells of a sheet as text, put in order where they are not.
struct SheetCells {
  /// The columns that may be left free before they count as unpacked bytes.
  private static let freeColumnCount = 64
  /// The bytes of a shared text that do not count as unpacked where it is used.
  private static let freeByteCount = 64
  static let rowLimit = 1_048_576
  static let columnLimit = 16_384

  let strings: SharedStrings
  let styles: CellStyles
  let numbers: CellNumber
  private let context: ExtractionContext
  private var text = SheetText()
  private var lastRow = 0
  private var lastColumn = 0
  private(set) var isEmpty = true
  private(set) var isOverLimit = false
  /// The bytes of shared texts that were appended since text was last passed on.
  private var waitingByteCount = 0

  init(
    strings: SharedStrings, styles: CellStyles, numbers: CellNumber, context: ExtractionContext
  ) {
    self.strings = strings
    self.styles = styles
    self.numbers = numbers
    self.context = context
  }

  mutating func pushIfDue(into sink: inout some TextSink & ~Copyable) {
    text.pushIfDue(into: &sink)
    waitingByteCount = 0
  }

  mutating func finish(into sink: inout some TextSink & ~Copyable) {
    text.finish(into: &sink)
  }

  mutating func append(_ value: Span<UInt8>, row: Int, column: Int) {
    guard !value.isEmpty, move(toRow: row, column: column) else { return }
    text.append(value, row: lastRow, column: lastColumn)
  }

  mutating func append(_ value: [UInt8], row: Int, column: Int) {
    append(value.span, row: row, column: column)
  }

  mutating func appendShared(_ number: Int, row: Int, column: Int) {
    guard move(toRow: row, column: column) else { return }
    let (row, column) = (lastRow, lastColumn)
    var isAllowed = true
    strings.withText(number) { value in
      // A long text may be that of every cell.
      waitingByteCount += value.count
      if value.count > Self.freeByteCount {
        isAllowed =
          waitingByteCount <= context.limits.bytesInMemory
          && context.spend(unpacked: value.count)
      }
      if isAllowed { text.append(value, row: row, column: column) }
    }
    if !isAllowed { isOverLimit = true }
  }

  /// Appends a number that is written as `raw`: as it is shown, and what else there is to be read of it.
  mutating func appendNumber(_ raw: [UInt8], style: Int, row: Int, column: Int) {
    let format = styles[style]
    guard !numbers.isShown(raw.span, format), let number = CellDecimal(raw.span) else {
      return append(raw.span, row: row, column: column)
    }
    append(number, written: raw, format, row: row, column: column)
  }

  mutating func appendNumber(_ number: Double, style: Int, row: Int, column: Int) {
    guard let decimal = CellDecimal(number) else { return }
    append(
      decimal, written: Array(number.description.utf8), styles[style], row: row, column: column)
  }

  private mutating func append(
    _ number: CellDecimal, written: [UInt8], _ format: CellFormat, row: Int, column: Int
  ) {
    guard move(toRow: row, column: column) else { return }
    let shown = numbers.text(of: number, format) ?? written
    text.append(shown, row: lastRow, column: lastColumn)
    if let other = numbers.otherText(of: number, shown: shown, format) {
      text.append(other, row: lastRow, column: lastColumn)
    }
  }

  /// Says that a value was too long to be held.
  mutating func setIsOverLimit() { isOverLimit = true }

  mutating func appendTruth(_ isTrue: Bool, row: Int, column: Int) {
    append(Array((isTrue ? "TRUE" : "FALSE").utf8).span, row: row, column: column)
  }

  /// Goes to a cell, or to the next row where the cell lies behind; false where there is no such row.
  private mutating func move(toRow row: Int, column: Int) -> Bool {
    var row = max(row, lastRow)
    if row == lastRow, column <= lastColumn { row += 1 }
    guard row <= Self.rowLimit, (1...Self.columnLimit).contains(column) else {
      isOverLimit = true
      return false
    }
    let freeCount = column - (row == lastRow ? lastColumn : 0)
    if freeCount > Self.freeColumnCount, !context.spend(unpacked: freeCount) {
      isOverLimit = true
      return false
    }
    lastRow = row
    lastColumn = column
    isEmpty = false
    return true
  }
}
