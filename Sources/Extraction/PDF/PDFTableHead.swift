/// The names of the columns of a table at the end of a page, which may go on without them on the next.
struct PDFTableHead {
  struct Column {
    /// From where to where something stands in it.
    var extent: ClosedRange<Double>
    /// Empty for a column without a name.
    var name: [UInt8]
  }

  var columns: [Column]

  /// Whether columns lie below these, each below its own.
  func stands(above extents: [ClosedRange<Double>]) -> Bool {
    extents.count == columns.count
      && zip(columns, extents).allSatisfy { $0.extent.overlaps($1) }
  }
}
