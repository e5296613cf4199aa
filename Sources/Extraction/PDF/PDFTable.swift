/// Lines of a page whose words stand below each other in columns.
struct PDFTable {
  /// The numbers of the lines that are its rows, in order.
  var rows: [Int]
  /// Where one column ends and the next begins, from left to right.
  var borders: [Double]

  /// By column, from where to where something stands in it, in `lines`; none where nothing does.
  func extents(of lines: [PDFTextLine], _ runs: [PDFTextRun]) -> [Int: ClosedRange<Double>] {
    var extents: [Int: ClosedRange<Double>] = [:]
    for line in lines {
      for number in line.runs where runs[number].start <= runs[number].end {
        let run = runs[number]
        let column = borders.firstIndex { run.start <= $0 } ?? borders.count
        let known = extents[column] ?? run.start...run.end
        extents[column] = min(known.lowerBound, run.start)...max(known.upperBound, run.end)
      }
    }
    return extents
  }
}

extension [Int: ClosedRange<Double>] {
  /// How far from others the cells of a column may begin or end, in ems.
  private static var tolerance: Double { 0.3 }

  /// Whether cells begin or end where those of other rows do.
  func areAligned(with extents: [Int: ClosedRange<Double>], _ em: Double) -> Bool {
    allSatisfy { column, extent in
      guard let other = extents[column] else { return false }
      return abs(extent.lowerBound - other.lowerBound) < Self.tolerance * em
        || abs(extent.upperBound - other.upperBound) < Self.tolerance * em
    }
  }

  /// Whether cells begin where those of other rows do, and none in the first column, as a heading of rows
  /// would.
  func areWrapped(in extents: [Int: ClosedRange<Double>], _ em: Double) -> Bool {
    allSatisfy { column, extent in
      guard column > 0, let other = extents[column] else { return false }
      return abs(extent.lowerBound - other.lowerBound) < Self.tolerance * em
    }
  }
}
