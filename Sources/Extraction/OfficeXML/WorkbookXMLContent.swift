import ScanModel

/// The sheets of a workbook of Excel 2003, one after the other, and what it says beside them.
///
/// Source: Office 2003 XML Reference Schemas, SpreadsheetML.
struct WorkbookXMLContent: PartContent {
  private let context: ExtractionContext
  private var formats = WorkbookXMLFormats()
  private var sides = SideTexts()
  private var properties = PropertiesContent()
  private var isInProperties = false
  /// Sheets that have ended and were not passed on yet.
  private var ended: [WorkbookXMLSheet] = []
  private var sheet: WorkbookXMLSheet?

  init(context: ExtractionContext) {
    self.context = context
  }

  mutating func begin(_ element: XMLElement, in bytes: Span<UInt8>) {
    if isInProperties { return properties.begin(element, in: bytes) }
    switch element.name {
    case .workbookSheet:
      endSheet()
      let name = element.value(of: .upperName, in: bytes) ?? []
      sheet = WorkbookXMLSheet(named: name, formats, context: context)
      sides.addParagraph(name, to: .outline)
    case .documentProperties, .customDocumentProperties:
      isInProperties = true
      properties.begin(element, in: bytes)
    case .style, .numberFormat: formats.begin(element, in: bytes)
    case .namedRange:
      sides.add(
        element.value(of: .refersTo, in: bytes),
        named: element.value(of: .upperName, in: bytes) ?? [], to: .properties)
    default: sheet?.begin(element, in: bytes)
    }
  }

  mutating func end(_ name: OfficeName) {
    switch name {
    case .documentProperties, .customDocumentProperties:
      if isInProperties { properties.end(name) }
      isInProperties = false
    case _ where isInProperties: properties.end(name)
    case .workbookSheet: endSheet()
    default: sheet?.end(name)
    }
  }

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if isInProperties { properties.take(bytes, range) } else { sheet?.take(bytes, range) }
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    if isInProperties { properties.take(scalar) } else { sheet?.take(scalar) }
  }

  private mutating func endSheet() {
    guard let ending = sheet.take() else { return }
    ended.append(ending)
  }

  mutating func passOn<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    for index in ended.indices { ended[index].finish(into: &sink) }
    ended.removeAll()
    sheet?.passOn(into: &sink)
  }

  /// Passes on all that is left.
  mutating func finish<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    endSheet()
    passOn(into: &sink)
    if !properties.isEmpty {
      sink.beginText(at: [.section(.properties)])
      properties.finish(into: &sink)
      sink.endText()
    }
    sides.push(at: [], into: &sink)
  }
}
