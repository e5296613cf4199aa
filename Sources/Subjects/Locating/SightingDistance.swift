internal import ScanModel

extension Sighting {
  /// How far another sighting of the same record is: columns in a row, rows of keys and values, else bytes
  /// between them.
  func distance(to other: Sighting) -> Int {
    if case .cell(let row, let column, _) = place,
      case .cell(let otherRow, let otherColumn, _) = other.place
    {
      return row == otherRow ? abs(column - otherColumn) : abs(row - otherRow)
    }
    return offset < other.offset
      ? max(0, other.offset - offset - value.revealed.utf8.count)
      : max(0, offset - other.offset - other.value.revealed.utf8.count)
  }

  /// Whether its value lies within that of the other.
  func lies(within other: Sighting) -> Bool {
    part == other.part && offset >= other.offset && end <= other.end
  }

  /// Whether the values stand at one place and overlap.
  func overlaps(_ other: Sighting) -> Bool {
    part == other.part && offset < other.end && other.offset < end
  }

  private var end: Int { offset + value.revealed.utf8.count }
}
