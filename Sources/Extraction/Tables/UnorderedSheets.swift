import ScanModel

/// The sheets of a workbook by their numbers, and its headers and footers, gathered in the order of the file.
struct UnorderedSheets {
  private var sheets: [Int: UnorderedCells] = [:]
  private var names: [Int: [UInt8]] = [:]
  private var sides: [(section: DocumentSection, text: [UInt8])] = []
  /// Whether the workbook is a sheet, the first one, without a name.
  private let isOne: Bool

  init(isOne: Bool = false) {
    self.isOne = isOne
  }

  mutating func setName(_ name: [UInt8], of sheet: Int) {
    if !name.isEmpty { names[sheet] = name }
  }

  /// Adds a header or a footer, which is passed on behind the sheets.
  mutating func add(_ text: [UInt8], _ section: DocumentSection) {
    if !text.isEmpty { sides.append((section, text)) }
  }

  /// Adds the text of the cell in `column` of at most 65,536.
  mutating func add(_ text: [UInt8], sheet: Int, row: Int, column: Int) {
    sheets[sheet, default: UnorderedCells()].add(row: row, column: column) { $0 += text }
  }

  /// Adds the number of a cell; that of a formula that gives a text or an error is none.
  mutating func add(_ number: Double, _ format: CellFormat, sheet: Int, row: Int, column: Int) {
    guard number.isFinite else { return }
    sheets[sheet, default: UnorderedCells()].add(row: row, column: column) {
      $0.append(cellNumber: number, format, is1904: false)
    }
  }

  /// Passes on all sheets, after which the reading ended with `outcome`.
  mutating func flush<Sink: DocumentSink & ~Copyable>(
    _ outcome: ExtractionOutcome, into sink: inout Sink
  ) -> ExtractionOutcome {
    var isWithinLimit = true
    for sheet in sheets.keys.sorted() where isWithinLimit && !sink.isCancelled {
      guard var cells = sheets.removeValue(forKey: sheet) else { continue }
      isWithinLimit = cells.flush(at: isOne ? [] : [.sheet(name(of: sheet))], into: &sink)
    }
    for side in sides where !sink.isCancelled {
      sink.takeTexts([(side.text, [])], at: [.section(side.section)])
    }
    if sink.isCancelled { return .partial(.interrupted) }
    return isWithinLimit ? outcome : .partial(.limit)
  }

  /// Those without a name are called as columns are: A to Z, AA to IV.
  private func name(of sheet: Int) -> String {
    names[sheet].map { String(decoding: $0, as: UTF8.self) } ?? Place.columnLetters(sheet + 1)
  }
}
