/// How many records have how many cells.
struct CellCounts {
  /// By number of cells: those of one cell, which make no table, are not counted.
  private var counts: [Int] = []
  /// How many records have the most common number of cells.
  private(set) var mostAlike = 0

  /// Counts a record.
  mutating func add(_ cellCount: Int) {
    guard cellCount >= 2 else { return }
    if cellCount >= counts.count {
      counts.append(contentsOf: repeatElement(0, count: cellCount + 1 - counts.count))
    }
    counts[cellCount] += 1
    mostAlike = max(mostAlike, counts[cellCount])
  }

  /// The most common number of cells, the largest of several, and how many records have it.
  var mostCommon: (cellCount: Int, recordCount: Int)? {
    guard mostAlike > 0, let cellCount = counts.lastIndex(of: mostAlike) else { return nil }
    return (cellCount, mostAlike)
  }
}
