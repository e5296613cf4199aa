/// A cell of a sheet, as it waits for those before it.
struct WorkbookCell {
  enum Value {
    case number(Double)
    /// Texts with a number in the table of shared texts.
    case shared(Int)
    /// Where the text lies in the texts of the sheet.
    case text(Range<Int>)
    case truth(Bool)
    case error(UInt8)
  }

  /// The row and the column, both from 0, in one number, so that cells are sorted by it.
  let key: UInt64
  let format: UInt16
  let value: Value

  init(row: Int, column: Int, format: Int, value: Value) {
    key = UInt64(truncatingIfNeeded: row) << 32 | UInt64(truncatingIfNeeded: column)
    self.format = UInt16(truncatingIfNeeded: format)
    self.value = value
  }

  var row: Int { Int(key >> 32) }
  var column: Int { Int(key & 0xFFFF_FFFF) }
}
