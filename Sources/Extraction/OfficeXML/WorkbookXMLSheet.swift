import ScanModel

/// A sheet of a workbook of Excel 2003: its cells, and what it says beside them.
struct WorkbookXMLSheet {
  /// The bytes of a value that are held; a cell of Excel has 32,767 characters at most.
  private static let byteLimit = 16 << 20

  private let parts: [DocumentPart]
  private let formats: WorkbookXMLFormats
  private var cells: SheetCells
  private var sides = SideTexts()
  private var hasBegun = false
  private var row = 0
  private var column = 0
  /// How many rows and columns the open ones take beside their own.
  private var furtherRowCount = 0
  private var furtherColumnCount = 0
  private var style = -1
  private var type: [UInt8] = []
  private var value: [UInt8] = []
  private var isInValue = false
  private var isInComment = false

  init(named name: [UInt8], _ formats: WorkbookXMLFormats, context: ExtractionContext) {
    parts = [.sheet(String(decoding: name, as: UTF8.self))]
    self.formats = formats
    cells = SheetCells(
      strings: SharedStrings(byteLimit: 0), styles: formats.styles, numbers: CellNumber(),
      context: context)
  }

  // MARK: Elements

  mutating func begin(_ element: XMLElement, in bytes: Span<UInt8>) {
    switch element.name {
    case .workbookRow: beginRow(element, in: bytes)
    case .cell: beginCell(element, in: bytes)
    case .workbookData:
      type = element.value(of: .type, in: bytes) ?? []
      beginValue()
    case .workbookComment:
      isInComment = true
      sides.add(
        element.value(of: .upperAuthor, in: bytes), named: Array("author".utf8), to: .comments)
    case .pageHeader: addPageText(element.value(of: .workbookData, in: bytes), to: .header)
    case .pageFooter: addPageText(element.value(of: .workbookData, in: bytes), to: .footer)
    case .inputTitle, .inputMessage, .errorMessage, .upperErrorTitle, .choices: beginValue()
    case .p, .br: if isInValue { value.append(0x0A) }
    default: break
    }
  }

  mutating func end(_ name: OfficeName) {
    switch name {
    case .workbookRow:
      row += furtherRowCount
      furtherRowCount = 0
    case .cell: column += furtherColumnCount
    case .workbookData: endData()
    case .workbookComment: isInComment = false
    case .inputTitle, .inputMessage, .errorMessage, .upperErrorTitle, .choices:
      sides.addParagraph(value, to: .formFields)
      isInValue = false
    default: break
    }
  }

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard isInValue else { return }
    guard value.count + range.count <= Self.byteLimit else { return cells.setIsOverLimit() }
    value.append(bytes, range)
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    if isInValue, value.count < Self.byteLimit { value.append(scalar) }
  }

  // MARK: Rows and cells

  private mutating func beginRow(_ element: XMLElement, in bytes: Span<UInt8>) {
    row = element.number(of: .index, in: bytes) ?? row + 1
    furtherRowCount = element.number(of: .spanCount, in: bytes) ?? 0
    column = 0
    furtherColumnCount = 0
  }

  private mutating func beginCell(_ element: XMLElement, in bytes: Span<UInt8>) {
    column += 1
    furtherColumnCount = 0
    style = -1
    var list = element.attributeList()
    while let attribute = list.next(in: bytes) {
      switch OfficeNames.all.name(in: bytes, attribute.name) {
      case .index: column = bytes.wholeNumber(attribute.value) ?? column
      case .mergeAcross: furtherColumnCount = bytes.wholeNumber(attribute.value) ?? 0
      case .styleID: style = formats.number(of: bytes.unescaped(attribute.value))
      case .link, .linkTip: sides.addParagraph(bytes.unescaped(attribute.value), to: .links)
      case .cellFormula:
        let formula = bytes.unescaped(attribute.value)
        if formula.contains(UInt8(ascii: "\"")) { sides.addParagraph(formula, to: .fieldCodes) }
      default: break
      }
    }
  }

  private mutating func beginValue() {
    value.removeAll(keepingCapacity: true)
    isInValue = true
  }

  private mutating func endData() {
    isInValue = false
    if isInComment { return sides.addParagraph(value, to: .comments) }
    switch type {
    case Self.number: cells.appendNumber(value, style: style, row: row, column: column)
    case Self.truth: cells.appendTruth(value == [UInt8(ascii: "1")], row: row, column: column)
    case Self.date:
      cells.append(WorkbookXMLDate.text(of: value) ?? value, row: row, column: column)
    default: cells.append(value, row: row, column: column)
    }
  }

  private static let number = Array("Number".utf8)
  private static let truth = Array("Boolean".utf8)
  private static let date = Array("DateTime".utf8)

  private mutating func addPageText(_ code: [UInt8]?, to section: DocumentSection) {
    if let code { sides.addParagraph(PageMarginText.text(code), to: section) }
  }

  // MARK: Passing on

  mutating func passOn<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    if !hasBegun, !cells.isEmpty {
      sink.beginText(at: parts)
      hasBegun = true
    }
    if hasBegun { cells.pushIfDue(into: &sink) }
  }

  /// Passes on all that is left.
  mutating func finish<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    passOn(into: &sink)
    if hasBegun {
      cells.finish(into: &sink)
      sink.endText()
    }
    sides.push(at: parts, into: &sink)
    if cells.isOverLimit { sink.miss(.limit, at: parts) }
  }
}
