import ScanModel

/// Goes through the lines of running text and makes fields of the cells of its tables.
struct RunningTextTables {
  private var table = AlignedTable()
  private var lines = RunningTextLines()
  /// The label of each column of the table.
  private var labels: [Int32] = []
  /// The number of the line at a position that counting goes on from.
  private var counted = (position: 0, line: 1)

  /// Up to where in the text all fields are known.
  var decided: Int { table.pending?.start ?? lines.start }

  /// Goes through all lines whose end has been read; at the end of the text, through the last too.
  mutating func decide(in window: inout TextWindow, isLast: Bool) {
    while let line = lines.next(in: window.bytes.span, table: &table, isLast: isLast) {
      switch table.take(line, of: window.bytes.span) {
      case .none: continue
      case .firstRow:
        labels = table.header.map { $0.isEmpty ? TextLayout.noLabel : window.label($0) }
        if let row = table.pending { add(row.segments, of: row.start, to: &window) }
        table.dropPending()
        add(table.line.segments, of: line.lowerBound, to: &window)
      case .row:
        add(table.line.segments, of: line.lowerBound, to: &window)
      }
    }
  }

  /// Moves all positions down after `count` bytes were dropped; the text now begins in `firstLine`.
  mutating func movePositions(down count: Int, firstLine: Int) {
    lines.movePositions(down: count)
    table.movePositions(down: count)
    counted = (0, firstLine)
  }

  private mutating func add(
    _ segments: [AlignedTableLine.Segment], of lineStart: Int, to window: inout TextWindow
  ) {
    counted.line += window.bytes.span.lineFeedCount(counted.position..<lineStart)
    counted.position = lineStart
    for (index, segment) in segments.enumerated() where !segment.range.isEmpty {
      window.add(
        TextField(
          range: segment.range, label: labels[index], row: counted.line,
          column: Int32(index + 1)))
    }
  }
}
