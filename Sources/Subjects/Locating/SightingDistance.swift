internal import ScanModel

extension Sighting {
  /// Whether this comes before `other` in their text.
  func precedes(_ other: Sighting) -> Bool {
    (place.number, place.column, order) < (other.place.number, other.place.column, other.order)
  }

  /// How far another sighting of the same record is: columns in a row; else lines, and within one the
  /// characters between them or the sightings between them.
  func distance(to other: Sighting) -> Int {
    let lines = abs(place.number - other.place.number)
    switch (place, other.place) {
    case (.cell(_, let column, _), .cell(_, let otherColumn, _)):
      return lines * Self.lineWeight + abs(column - otherColumn)
    case (.line(_, let column), .line(_, let otherColumn)) where lines == 0:
      return column < otherColumn
        ? max(0, otherColumn - column - value.revealed.count)
        : max(0, column - otherColumn - other.value.revealed.count)
    default:
      return lines * Self.lineWeight + abs(order - other.order)
    }
  }

  /// Whether both stand at one place, the value of this one within that of the other.
  func lies(within other: Sighting) -> Bool {
    guard place.number == other.place.number, part == other.part else { return false }
    let text = value.revealed
    let otherText = other.value.revealed
    switch (place, other.place) {
    case (.line(_, let column), .line(_, let otherColumn)):
      return column >= otherColumn && column + text.count <= otherColumn + otherText.count
    case (.cell(_, let column, _), .cell(_, let otherColumn, _)) where column != otherColumn:
      return false
    default:
      return otherText.contains(text)
    }
  }

  /// Whether the values stand at one place and overlap.
  func overlaps(_ other: Sighting) -> Bool {
    guard case .line(let line, let column) = place,
      case .line(let otherLine, let otherColumn) = other.place
    else { return lies(within: other) || other.lies(within: self) }
    return line == otherLine && part == other.part
      && column < otherColumn + other.value.revealed.count
      && otherColumn < column + value.revealed.count
  }

  private static let lineWeight = 10_000
}
