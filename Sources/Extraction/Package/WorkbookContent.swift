import ScanModel

/// The workbook part: its sheets in order, and what it names.
struct WorkbookContent: PartContent {
  struct Sheet: Hashable, Sendable {
    let name: [UInt8]
    let relationID: [UInt8]
  }

  private(set) var sheets: [Sheet] = []
  private(set) var isFrom1904 = false
  private(set) var sides = SideTexts()
  private var definedName: [UInt8]?
  private var value: [UInt8] = []

  mutating func add(_ sheet: Sheet) {
    guard sheets.count < 100_000, sheet.name.count + sheet.relationID.count <= 4096 else { return }
    sheets.append(sheet)
    sides.addParagraph(sheet.name, to: .outline)
  }

  mutating func setIsFrom1904() { isFrom1904 = true }

  mutating func addName(_ name: [UInt8], _ value: [UInt8]) {
    sides.add(value, named: name, to: .properties)
  }

  mutating func pushSides<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    sides.push(at: [], into: &sink)
  }

  mutating func begin(_ element: XMLElement, in bytes: Span<UInt8>) {
    switch element.name {
    case .sheet:
      add(
        Sheet(
          name: element.value(of: .name, in: bytes) ?? [],
          relationID: element.relationID(in: bytes) ?? []))
    case .workbookPr:
      if element.value(of: .date1904, in: bytes) != nil, element.isOn(.date1904, in: bytes) {
        isFrom1904 = true
      }
    case .definedName:
      definedName = element.value(of: .name, in: bytes) ?? []
      value.removeAll()
    case .absPath: sides.addParagraph(element.value(of: .url, in: bytes), to: .properties)
    case .fileSharing: sides.addParagraph(element.value(of: .userName, in: bytes), to: .properties)
    default: break
    }
  }

  mutating func end(_ name: OfficeName) {
    guard name == .definedName, let definedName else { return }
    addName(definedName, value)
    self.definedName = nil
  }

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if definedName != nil, value.count < 1 << 20 { value.append(bytes, range) }
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    if definedName != nil, value.count < 1 << 20 { value.append(scalar) }
  }
}
