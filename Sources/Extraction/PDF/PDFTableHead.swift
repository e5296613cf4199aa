/// The names of the columns of a table at the end of a page, which may go on without them on the next.
struct PDFTableHead {
  struct Column {
    /// From where to where something stands in it.
    var extent: ClosedRange<Double>
    /// Empty for a column without a name.
    var name: [UInt8]
  }

  var columns: [Column]
  /// Where one column ends and the next begins, from left to right.
  var borders: [Double]

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
      guard borders.allSatisfy({ run.end <= $0 || run.start >= $0 }) else { return table }
    }
    return PDFTable(rows: table.rows, borders: borders)
  }
}
