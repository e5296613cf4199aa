import ScanModel

/// A sheet of a workbook in SpreadsheetML: its cells, and what it says beside them.
struct SheetContent: PartContent, SheetPartContent {
  /// The bytes of a value that are held; a cell of Excel has 32,767 characters at most.
  private static let byteLimit = 16 << 20

  private enum CellType {
    case number, shared, text, truth, asWritten
  }

  var cells: SheetCells
  var sides = SideTexts()
  private var row = 0
  private var column = 0
  private var style = 0
  private var type = CellType.number
  private var value: [UInt8] = []
  private var formula: [UInt8] = []
  private var destination = Destination.nowhere
  private var isInCell = false
  private var phoneticDepth = 0

  private enum Destination {
    case nowhere, value, formula
  }

  init(_ cells: SheetCells) {
    self.cells = cells
  }

  // MARK: Elements

  mutating func begin(_ element: XMLElement, in bytes: Span<UInt8>) {
    destination = .nowhere
    switch element.name {
    case .c: beginCell(element, in: bytes)
    case .v: destination = .value
    case .t: if phoneticDepth == 0 { destination = .value }
    case .f: destination = .formula
    case .row:
      row = element.number(of: .r, in: bytes) ?? row + 1
      column = 0
    case .other, .is, .r: return
    default: beginRare(element, in: bytes)
    }
  }

  private mutating func beginRare(_ element: XMLElement, in bytes: Span<UInt8>) {
    switch element.name {
    case .rPh: phoneticDepth += 1
    case .oddHeader, .oddFooter, .evenHeader, .evenFooter, .firstHeader, .firstFooter, .formula1,
      .formula2, .formula:
      destination = .value
      value.removeAll(keepingCapacity: true)
    case .hyperlink:
      for name: OfficeName in [.display, .tooltip, .location] {
        sides.addParagraph(element.value(of: name, in: bytes), to: .links)
      }
    case .dataValidation:
      for name: OfficeName in [.promptTitle, .prompt, .errorTitle, .error] {
        sides.addParagraph(element.value(of: name, in: bytes), to: .formFields)
      }
    default: break
    }
  }

  mutating func end(_ name: OfficeName) {
    destination = .nowhere
    switch name {
    case .c: endCell()
    case .rPh: phoneticDepth -= 1
    case .oddHeader, .evenHeader, .firstHeader: addPageText(to: .header)
    case .oddFooter, .evenFooter, .firstFooter: addPageText(to: .footer)
    case .formula1, .formula2, .formula:
      if value.contains(UInt8(ascii: "\"")) { sides.addParagraph(value, to: .formFields) }
    default: break
    }
  }

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    switch destination {
    case .nowhere: return
    case .value:
      guard value.count + range.count <= Self.byteLimit else { return cells.setIsOverLimit() }
      value.append(bytes, range)
    case .formula:
      guard formula.count + range.count <= Self.byteLimit else { return cells.setIsOverLimit() }
      formula.append(bytes, range)
    }
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    switch destination {
    case .nowhere: return
    case .value: value.append(scalar)
    case .formula: formula.append(scalar)
    }
  }

  // MARK: Cells

  @inline(__always)
  private mutating func beginCell(_ element: XMLElement, in bytes: Span<UInt8>) {
    isInCell = true
    style = 0
    type = .number
    column &+= 1
    if !value.isEmpty { value.removeAll(keepingCapacity: true) }
    if !formula.isEmpty { formula.removeAll(keepingCapacity: true) }
    var list = element.attributeList()
    while let attribute = list.next(in: bytes) {
      guard attribute.name.count == 1 else { continue }
      switch bytes[attribute.name.lowerBound] {
      case UInt8(ascii: "r"): setPlace(bytes, attribute.value)
      case UInt8(ascii: "s"): style = bytes.wholeNumber(attribute.value) ?? 0
      case UInt8(ascii: "t"): type = Self.type(bytes, attribute.value)
      default: break
      }
    }
  }

  /// Reads `AB12`.
  @inline(__always)
  private mutating func setPlace(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var position = range.lowerBound
    var column = 0
    while position < range.upperBound, column < SheetCells.columnLimit {
      let letter = bytes[position] & 0xDF &- UInt8(ascii: "A")
      guard letter < 26 else { break }
      column = column &* 26 &+ Int(letter) &+ 1
      position &+= 1
    }
    guard column > 0, let row = bytes.wholeNumber(position..<range.upperBound) else { return }
    self.column = column
    self.row = row
  }

  @inline(__always)
  private static func type(_ bytes: Span<UInt8>, _ range: Range<Int>) -> CellType {
    guard let first = range.first else { return .number }
    switch (bytes[first], range.count) {
    case (UInt8(ascii: "s"), 1): return .shared
    case (UInt8(ascii: "n"), 1): return .number
    case (UInt8(ascii: "b"), 1): return .truth
    case (UInt8(ascii: "s"), _), (UInt8(ascii: "i"), _): return .text
    default: return .asWritten
    }
  }

  private mutating func endCell() {
    isInCell = false
    if formula.contains(UInt8(ascii: "\"")) { sides.addParagraph(formula, to: .fieldCodes) }
    guard !value.isEmpty else { return }
    switch type {
    case .shared:
      guard let number = value.span.wholeNumber(value.indices) else { return }
      cells.appendShared(number, row: row, column: column)
    case .text:
      value.unescapeCharacters(from: 0)
      cells.append(value, row: row, column: column)
    case .truth:
      cells.appendTruth(value == [UInt8(ascii: "1")], row: row, column: column)
    case .number: cells.appendNumber(value, style: style, row: row, column: column)
    case .asWritten: cells.append(value, row: row, column: column)
    }
  }

  // MARK: Headers and footers

  /// Adds a header or footer without its codes: `&L&"Arial,Bold"&12Left&CMiddle`.
  private mutating func addPageText(to section: DocumentSection) {
    sides.addParagraph(PageMarginText.text(value), to: section)
  }
}
