/// The names of the columns of a table at the end of a page, which may go on without them on the next.
struct PDFTableHead {
  struct Column {
    /// From where to where something stands in it.
    var extent: ClosedRange<Double>
    /// Empty for a column without a name.
    var name: [UInt8]
  }

  /// How far the text of a full cell may reach over a border, in ems: that lies between the longest that
  /// were seen and the next column.
  private static let reach = 0.2

  var columns: [Column]
  /// Where one column ends and the next begins, from left to right.
  var borders: [Double]
  /// Whether cells that are wrapped end at the bottom of their row.
  var endsAtBottom = false
  /// Whether the page before had the table too, so that its first line may go on with a row of that.
  var isContinued = false

  /// Whether columns lie below these, each below its own.
  func stands(above extents: [ClosedRange<Double>]) -> Bool {
    extents.count == columns.count
      && zip(columns, extents).allSatisfy { $0.extent.overlaps($1) }
  }

  /// The table with these borders, where it has fewer and no text crosses one.
  ///
  /// What parts two columns of a few rows may be no wider than what parts two words.
  func parting(_ table: PDFTable, _ lines: [PDFTextLine], _ runs: [PDFTextRun]) -> PDFTable {
    guard table.borders.count < borders.count else { return table }
    for number in table.rows.flatMap({ lines[$0].runs }) {
      let run = runs[number]
      let end = run.end - Self.reach * run.em
      guard borders.allSatisfy({ end <= $0 || run.start >= $0 }) else { return table }
    }
    return PDFTable(rows: table.rows, borders: borders)
  }
}
