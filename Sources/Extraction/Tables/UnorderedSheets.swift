import ScanModel

/// The sheets of a workbook by their numbers, gathered in the order of the file.
struct UnorderedSheets {
  private var sheets: [Int: UnorderedCells] = [:]
  private var names: [Int: [UInt8]] = [:]

  mutating func setName(_ name: [UInt8], of sheet: Int) {
    if !name.isEmpty { names[sheet] = name }
  }

  /// Adds the cell in `column` of at most 65,536, whose text `write` appends to the bytes it is given.
  mutating func add(sheet: Int, row: Int, column: Int, _ write: (inout [UInt8]) -> Void) {
    sheets[sheet, default: UnorderedCells()].add(row: row, column: column, write)
  }

  /// Passes on all sheets, after which the reading ended with `outcome`.
  ///
  /// Those without a name are called as columns are: A to Z, AA to IV.
  mutating func flush<Sink: DocumentSink & ~Copyable>(
    _ outcome: ExtractionOutcome, into sink: inout Sink
  ) -> ExtractionOutcome {
    for sheet in sheets.keys.sorted() where !sink.isCancelled {
      guard var cells = sheets.removeValue(forKey: sheet) else { continue }
      let name = names[sheet].map { String(decoding: $0, as: UTF8.self) }
      guard cells.flush(at: [.sheet(name ?? Place.columnLetters(sheet + 1))], into: &sink) else {
        return .partial(.limit)
      }
    }
    return sink.isCancelled ? .partial(.interrupted) : outcome
  }
}
