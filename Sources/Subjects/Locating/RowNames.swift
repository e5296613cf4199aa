internal import ScanModel

/// Tells the names of rows in a table, as of keys and values, from those of columns.
///
/// A column has its name in row after row; the name of a row comes again with the next person at most.
struct RowNames: Sendable {
  private struct Name: Hashable {
    let column: Int
    let header: String
  }

  private struct Cell {
    let row: Int
    let header: String
  }

  private var lastInColumn: [Int: Cell] = [:]
  private var columnNames: Set<Name> = []
  /// Whether a column has several names.
  private var hasSeveralNames = false
  /// Whether cells of one row have one name.
  private var hasSharedName = false

  /// Learns from the sightings of a text, in their order.
  mutating func learn(_ sightings: [Sighting]) {
    var last: (column: Int, cell: Cell)?
    for sighting in sightings {
      guard case .cell(let row, let column, let header?) = sighting.place else { continue }
      if let known = lastInColumn[column], known.row != row {
        if known.header == header {
          columnNames.insert(Name(column: column, header: header))
        } else {
          hasSeveralNames = true
        }
      }
      if let last, last.cell.row == row, last.cell.header == header, last.column != column {
        hasSharedName = true
      }
      let cell = Cell(row: row, header: header)
      lastInColumn[column] = cell
      last = (column, cell)
    }
  }

  /// The name of the row of a cell; nil where it has that of its column or none.
  subscript(place: Place) -> String? {
    guard case .cell(_, let column, let header?) = place,
      !columnNames.contains(Name(column: column, header: header))
    else { return nil }
    return header
  }

  /// Whether each column is of somebody else: `Veld;Aanvrager;Partner`.
  var isSideways: Bool { columnNames.isEmpty && hasSeveralNames && hasSharedName }
}
