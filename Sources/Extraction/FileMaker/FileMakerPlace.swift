/// What a value of a database of FileMaker Pro belongs to, by its path.
enum FileMakerPlace {
  /// `3.16.5.table`
  case tableDescription(table: Int)
  /// `table.3.5.column`, or `3.5.column`
  case columnDescription(table: Int, column: Int)
  /// `table.5.record`, or `5.record`: the keys of its values are those of columns.
  case record(table: Int, Int)
  /// `table.5.record.column`: the parts of a long value.
  case column(table: Int, record: Int, Int)
  /// What is kept to find and sort by, which are values once more, and how they look.
  case index
  /// A file, behind its type: `PNGf`.
  case object
  /// Layouts, scripts, lists of values and all else.
  case other

  init(_ values: FileMakerValues, in bytes: Span<UInt8>) {
    let depth = values.path.count
    let first = values.step(0, in: bytes)
    var base = 0
    var table = FileMakerNames.onlyTable
    if values.file.form == .masked {
      if let last = values.path.last, last.count == 4 {
        self = .object
        return
      }
      if first == 3, depth == 4, values.step(1, in: bytes) == 16, values.step(2, in: bytes) == 5,
        let table = values.step(3, in: bytes)
      {
        self = .tableDescription(table: table)
        return
      }
      guard let first, first >= FileMakerNames.firstTable else {
        self = .other
        return
      }
      (base, table) = (1, first)
    }
    switch (values.step(base, in: bytes), depth - base) {
    case (5, 2...):
      self = Self.inRecords(of: table, values, base, in: bytes)
    case (3, 3...) where values.step(base + 1, in: bytes) == 5:
      if depth - base == 3, let column = values.step(base + 2, in: bytes) {
        self = .columnDescription(table: table, column: column)
      } else {
        self = .other
      }
    case (1, _), (3, _), (8, _): self = .index
    default: self = base == 1 ? .index : .other
    }
  }

  private static func inRecords(
    of table: Int, _ values: FileMakerValues, _ base: Int, in bytes: Span<UInt8>
  ) -> FileMakerPlace {
    guard let record = values.step(base + 1, in: bytes) else { return .other }
    switch values.path.count - base {
    case 2: return .record(table: table, record)
    case 3:
      guard let column = values.step(base + 2, in: bytes) else { return .other }
      return .column(table: table, record: record, column)
    // How what is written looks.
    default: return .index
    }
  }
}
