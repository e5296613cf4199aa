/// A record at the beginning of a table; what its cells are is seen where one asks for it.
struct DelimitedRecord: RandomAccessCollection {
  /// The bytes of the table in which it stands.
  private let text: [UInt8]
  private let cells: [Range<Int>]

  init(_ cells: [Range<Int>], in text: [UInt8]) {
    self.text = text
    self.cells = cells
  }

  var startIndex: Int { 0 }
  var endIndex: Int { cells.count }

  subscript(column: Int) -> DelimitedHeaderCell { DelimitedHeaderCell(text[cells[column]]) }

  /// Whether it has a cell in a column, and that holds something.
  func isFilled(at column: Int) -> Bool { column < cells.count && !cells[column].isEmpty }

  /// Whether all cells are empty.
  var isBlank: Bool { cells.allSatisfy { $0.isEmpty } }

  /// How many cells hold something.
  var filledCount: Int { cells.count { !$0.isEmpty } }

  /// The columns of those, from 0.
  var filledColumns: LazyFilterSequence<Range<Int>> {
    cells.indices.lazy.filter { isFilled(at: $0) }
  }

  /// The cells that hold something.
  var filled: some Collection<DelimitedHeaderCell> { filledColumns.map { self[$0] } }
}
