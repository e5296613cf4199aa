import ScanModel

/// Joins what stands in the boxes of a form: a run of cells with one letter or digit each becomes the
/// value of the first of them.
///
/// A run stays as it is where most of its cells have headers of their own, or all have one letter.
struct TableBoxes {
  private var run = CellRun()
  /// Whether the fields of the run are one already.
  private var isJoined = false
  /// Whether the cells of the run are values of their own.
  private var isOfColumns = false
  private var fieldCountAtCell = 0
  /// How many fields there were behind the last cell of the run.
  private var fieldCountAtEnd = 0

  mutating func beginCell(in text: borrowing TreeText) {
    fieldCountAtCell = text.fieldCount
  }

  /// Ends a cell of `column`; returns whether its text now belongs to a value of several cells.
  ///
  /// Ending it again changes nothing.
  mutating func endCell(column: Int, in text: inout TreeText) -> Bool {
    let fieldCount = text.fieldCount - fieldCountAtCell
    guard fieldCount > 0 else { return false }
    let isNext = fieldCountAtCell == fieldCountAtEnd
    fieldCountAtCell = text.fieldCount
    guard fieldCount == 1, text.window.lastFieldIsBox else {
      endRow()
      return false
    }
    if !isNext { endRow() }
    fieldCountAtEnd = text.fieldCount
    if run.add(column: column) > 0 {
      isJoined = false
      isOfColumns = false
    }
    return join(in: &text)
  }

  mutating func endRow() {
    run.removeAll()
    isJoined = false
    isOfColumns = false
  }

  private mutating func join(in text: inout TreeText) -> Bool {
    guard run.isValue, !isOfColumns else { return false }
    if !isJoined, text.window.lastFieldsAreOwnValues(run.count) {
      isOfColumns = true
      return false
    }
    text.window.joinLastFields(isJoined ? 2 : run.count)
    isJoined = true
    return true
  }
}

extension TextWindow {
  /// Whether the last field is one letter or digit.
  fileprivate var lastFieldIsBox: Bool {
    guard let range = layout.fields.last?.range, range.count == 1 else { return false }
    return bytes[range.lowerBound].isLetterOrDigit
  }

  /// Whether most of the last `count` fields have another label than the first of them, or all hold
  /// the same letter.
  fileprivate func lastFieldsAreOwnValues(_ count: Int) -> Bool {
    let fields = layout.fields.suffix(count)
    guard let first = fields.first else { return false }
    let ownCount = fields.count { $0.label != TextLayout.noLabel && $0.label != first.label }
    return ownCount * 2 > count || fields.map { bytes[$0.range.lowerBound] }.areOneLetter
  }
}
