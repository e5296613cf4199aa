internal import ScanModel

/// In what columns of a table or of fixed-width lines the sightings of a record stand.
enum RecordColumns: Sendable {
  /// In none: it is no row.
  case none
  /// In columns with a header.
  case named
  /// Without headers, and not in the first only.
  case several
  /// In the first only, without a header: so do the lines of a letter that is read as a table.
  case first

  init(_ record: ArraySlice<Sighting>) {
    self = .none
    for sighting in record {
      switch sighting.place {
      case .record, .cell(_, _, .some):
        self = .named
        return
      case .cell(_, let column, nil):
        if self != .several { self = column > 1 ? .several : .first }
      case .line, .element, .paragraph: break
      }
    }
  }
}
