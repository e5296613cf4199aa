import ScanModel

/// The cells of a sheet, gathered in the order of the file and passed on in that of the sheet.
struct UnorderedCells {
  private struct Cell {
    /// The row and the column, both from 0, in one number.
    let key: Int
    let text: Range<Int>
  }

  private var cells: [Cell] = []
  private var texts: [UInt8] = []

  /// Adds the cell in `column` of at most 65,536, whose text `write` appends to the bytes it is given.
  mutating func add(row: Int, column: Int, _ write: (inout [UInt8]) -> Void) {
    let start = texts.count
    write(&texts)
    guard texts.count > start else { return }
    cells.append(Cell(key: row << 16 | column, text: start..<texts.count))
  }

  /// Passes on the cells as a text at `parts`; false where the file may not unpack to so much.
  mutating func flush<Sink: DocumentSink & ~Copyable>(
    at parts: [DocumentPart], into sink: inout Sink
  ) -> Bool {
    guard !cells.isEmpty else { return true }
    cells.sort { ($0.key, $0.text.lowerBound) < ($1.key, $1.text.lowerBound) }
    sink.beginText(at: parts)
    defer { sink.endText() }
    var text = SheetText()
    var lastRow = 0
    for cell in cells {
      let row = cell.key >> 16
      let column = cell.key & 0xFFFF
      // Each row and each column that is passed over takes a byte.
      guard sink.context.spend(unpacked: cell.text.count + column + row - lastRow) else {
        text.finish(into: &sink)
        return false
      }
      lastRow = row
      text.append(texts.span.extracting(cell.text), row: row + 1, column: column + 1)
      if sink.isCancelled { break }
      text.pushIfDue(into: &sink)
    }
    text.finish(into: &sink)
    return true
  }
}
