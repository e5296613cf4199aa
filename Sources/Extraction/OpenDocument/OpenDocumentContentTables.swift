import ScanModel

/// Tables of texts, sheets and slides.
extension OpenDocumentContent {
  mutating func beginTablePart<Sink: DocumentSink & ~Copyable>(
    _ element: OpenDocumentElement, _ tag: XMLElement, in bytes: Span<UInt8>,
    into sink: inout Sink
  ) {
    switch element {
    case .table where spreadsheetDepth != nil && destination == .body:
      beginSheet(tag, in: bytes, into: &sink)
    case .table:
      change { $0.beginTable() }
      isInHeader = false
      isInParagraph = false
    case .headerRows: isInHeader = true
    case .row where destination == .sheet: sheet?.beginRow(tag, in: bytes)
    case .row: coveredColumnCount = 0
    case .cell, .coveredCell:
      if destination == .sheet {
        beginSheetCell(tag, in: bytes)
      } else {
        beginCell(element, tag, in: bytes)
      }
    default: break
    }
  }

  mutating func endTablePart(_ scope: Scope, into sink: inout some DocumentSink & ~Copyable) {
    switch (scope.element, scope.destination) {
    case (.table, .body) where destination == .sheet: endSheet(into: &sink)
    case (.table, _): change { $0.endTable() }
    case (.row, .sheet): sheet?.endRow(into: &sink)
    case (.row, _): change { $0.endRow() }
    case (.cell, .sheet), (.coveredCell, .sheet):
      cell.end()
      sheet?.add(cell)
    case (.cell, _), (.coveredCell, _): change { $0.endCell() }
    default: break
    }
  }

  /// Changes the text that the table is in.
  private mutating func change(_ body: (inout DocumentText) -> Void) {
    switch destination {
    case .body: body(&self.body)
    case .aside(let section): body(&asides[section])
    case .sheet, .cell, .nowhere: break
    }
  }

  /// Begins a cell of a table; covered ones count where no cell before them takes their column.
  private mutating func beginCell(
    _ element: OpenDocumentElement, _ tag: XMLElement, in bytes: Span<UInt8>
  ) {
    let repeatCount = tag.count(.columnsRepeated, in: bytes, upTo: 1024)
    isInParagraph = false
    if element == .coveredCell {
      let count = max(repeatCount - coveredColumnCount, 0)
      coveredColumnCount = max(coveredColumnCount - repeatCount, 0)
      guard count > 0 else { return endParagraph() }
      change { $0.beginCell(columnCount: count) }
      return
    }
    let span = tag.count(.columnsSpanned, in: bytes, upTo: 1024)
    coveredColumnCount = span - 1
    let isHeader = isInHeader
    change { $0.beginCell(columnCount: max(repeatCount, span), isHeader: isHeader) }
  }

  // MARK: Sheets

  private mutating func beginSheet(
    _ tag: XMLElement, in bytes: Span<UInt8>,
    into sink: inout some DocumentSink & ~Copyable
  ) {
    finishBody(into: &sink)
    let name = tag.value(.name, in: bytes) ?? []
    part = .sheet(String(decoding: name, as: UTF8.self))
    sheet = OpenDocumentSheet(context: sink.context)
    destination = .sheet
    sink.beginText(at: parts)
  }

  mutating func endSheet(into sink: inout some DocumentSink & ~Copyable) {
    sheet?.finish(into: &sink)
    sink.endText()
    if sheet?.isOverLimit == true { sink.miss(.limit, at: parts) }
    sheet = nil
    asides.push(at: parts, into: &sink)
    part = nil
  }

  private mutating func beginSheetCell(_ tag: XMLElement, in bytes: Span<UInt8>) {
    cell.begin(tag, in: bytes)
    destination = .cell
    isInParagraph = false
    takeFormula()
  }

  /// Keeps a formula with text in it that may be a value; what it shows may be something else.
  private mutating func takeFormula() {
    let formula = cell.formula
    guard !formula.isEmpty, formula.contains(UInt8(ascii: "\"")),
      TreeNames.mayBeValue(formula.span, formula.indices)
    else { return }
    add(formula, named: [], to: .fieldCodes)
  }
}
