import ScanModel

/// Makes texts of the content of a document: paragraphs, cells, sheets, slides, and what stands
/// beside them.
struct OpenDocumentContent: XMLContent {
  /// Where text goes.
  enum Destination: Hashable {
    /// The body of the document, or of the current slide.
    case body
    /// A sheet, between its cells.
    case sheet
    case cell
    case aside(DocumentSection)
    case nowhere
  }

  /// What an element that is open changed, and gives back at its end.
  struct Scope {
    let depth: Int
    let element: OpenDocumentElement
    let destination: Destination
    let isInParagraph: Bool
    let isInHeader: Bool
  }

  /// The elements that are followed in each other.
  private static let scopeLimit = 4096

  /// What the parts of all texts begin with.
  let origin: [DocumentPart]
  var body = DocumentText()
  var asides = SideTexts()
  var sheet: OpenDocumentSheet?
  var cell = OpenDocumentCell()
  var destination = Destination.body
  var isInParagraph = false
  /// Whether rows are those of the header of a table.
  var isInHeader = false
  /// How deep in a spreadsheet the current element lies; nil outside.
  var spreadsheetDepth: Int?
  private(set) var kind = OpenDocumentKind.text
  /// The part of the body that a slide or sheet makes.
  var part: DocumentPart?
  private var isBodyOpen = false
  var pageNumber = 0
  /// The columns that the next covered cells take together with the cell before them.
  var coveredColumnCount = 0
  /// The text of an element that is a value of its own, and its name.
  var value: [UInt8] = []
  var valueName: [UInt8] = []
  var deletions = OpenDocumentDeletions()
  private var scopes: [Scope] = []
  private var depth = 0
  /// Reused for text with white space to fold.
  var folded: [UInt8] = []
  /// Whether there are bytes in base64, which are not read here.
  private(set) var hasBinaryData = false
  private(set) var outcome = ExtractionOutcome.complete

  init(origin: [DocumentPart] = []) {
    self.origin = origin
  }

  var parts: [DocumentPart] { part.map { origin + [$0] } ?? origin }

  // MARK: Tags

  mutating func begin<Sink: DocumentSink & ~Copyable>(
    _ tag: XMLElement, in bytes: Span<UInt8>, into sink: inout Sink
  ) {
    depth += 1
    guard destination != .nowhere else { return }
    let name = tag.localName
    guard let element = OpenDocumentElement.of(bytes, name) else {
      if !isInParagraph { endParagraph() }
      return takeControl(tag, in: bytes)
    }
    switch element {
    case .space: return hold(" ", count: tag.count(.count, in: bytes, upTo: 256))
    case .tab: return hold("\t")
    case .lineBreak: return hold("\n")
    case .field: return takeField(tag, in: bytes, to: .fieldCodes)
    case .hiddenField: return takeField(tag, in: bytes, to: .hiddenText)
    case .link: return takeLink(tag, in: bytes)
    case .formOption: return takeOption(tag, in: bytes)
    case .changedRegion: deletions.beginRegion(tag.value(.id, in: bytes))
    case .deletion: deletions.noteDeletion()
    case .changeStart: return beginChange(tag, in: bytes)
    case .changeEnd: return endChange()
    case .binaryData: hasBinaryData = true
    case .value where destination == .aside(.formFields): return takeControl(tag, in: bytes)
    case .value, .description:
      guard isValue(element, name, in: bytes) else { return }
      beginValue(name, in: bytes)
    default: break
    }
    guard scopes.count < Self.scopeLimit else { return book(.malformed) }
    scopes.append(
      Scope(
        depth: depth, element: element, destination: destination,
        isInParagraph: isInParagraph, isInHeader: isInHeader))
    begin(element, tag, in: bytes, into: &sink)
  }

  mutating func end<Sink: DocumentSink & ~Copyable>(_ name: OfficeName, into sink: inout Sink) {
    defer { depth = max(depth - 1, 0) }
    guard let scope = scopes.last, scope.depth >= depth else { return }
    scopes.removeLast()
    end(scope, into: &sink)
    destination = scope.destination
    isInParagraph = scope.isInParagraph
    isInHeader = scope.isInHeader
  }

  private mutating func begin<Sink: DocumentSink & ~Copyable>(
    _ element: OpenDocumentElement, _ tag: XMLElement, in bytes: Span<UInt8>,
    into sink: inout Sink
  ) {
    switch element {
    case .paragraph: beginParagraph()
    case .ruby: hold(" ")
    case .table, .headerRows, .row, .cell, .coveredCell:
      beginTablePart(element, tag, in: bytes, into: &sink)
    case .page: beginPage(into: &sink)
    case .root:
      switch tag.value(.documentClass, in: bytes) {
      case Array("spreadsheet".utf8): beginSpreadsheet()
      case Array("presentation".utf8): kind = .presentation
      default: break
      }
    case .spreadsheet: beginSpreadsheet()
    case .presentation: kind = .presentation
    case .drawing: kind = .drawing
    case .annotation: beginAside(.comments)
    case .speakerNotes: beginAside(.speakerNotes)
    case .trackedChanges: beginAside(.deletedText)
    case .header where !isInParagraph: beginAside(.header)
    case .footer where !isInParagraph: beginAside(.footer)
    case .forms: beginAside(.formFields)
    case .note:
      let isEndnote =
        tag.value(.noteClass, in: bytes) == Array("endnote".utf8)
        || bytes.begins(with: "endnote", at: tag.localName.lowerBound)
      beginAside(isEndnote ? .endnotes : .footnotes)
    case .textBox where isInParagraph || destination != .body: beginTextBox()
    case .noteCitation, .ignored, .binaryData: destination = .nowhere
    default: break
    }
  }

  private mutating func end<Sink: DocumentSink & ~Copyable>(
    _ scope: Scope, into sink: inout Sink
  ) {
    switch scope.element {
    case .paragraph:
      endParagraph()
      if destination == .body { pushBodyIfDue(into: &sink) }
    case .ruby: hold(" ")
    case .table, .headerRows, .row, .cell, .coveredCell: endTablePart(scope, into: &sink)
    case .page:
      finishBody(into: &sink)
      part = nil
    case .spreadsheet, .root:
      if spreadsheetDepth == scope.depth { spreadsheetDepth = nil }
    case .value, .description: endValue(scope)
    case .annotation, .speakerNotes, .trackedChanges, .header, .footer, .forms, .note, .textBox,
      .masterPage:
      endParagraph()
    default: break
    }
  }

  private mutating func beginSpreadsheet() {
    kind = .spreadsheet
    // One that is embedded in a sheet does not end that.
    if spreadsheetDepth == nil { spreadsheetDepth = depth }
  }

  // MARK: Passing on

  mutating func book(_ reason: PartialReason) {
    if outcome == .complete { outcome = .partial(reason) }
  }

  private mutating func pushBodyIfDue(into sink: inout some DocumentSink & ~Copyable) {
    openBody(into: &sink)
    if isBodyOpen { body.pushIfDue(into: &sink) }
  }

  private mutating func openBody(into sink: inout some DocumentSink & ~Copyable) {
    guard !isBodyOpen, !body.isEmpty else { return }
    sink.beginText(at: parts)
    isBodyOpen = true
  }

  /// Ends the text of the body, or of a slide, and passes on what stands beside it.
  mutating func finishBody(into sink: inout some DocumentSink & ~Copyable) {
    openBody(into: &sink)
    if isBodyOpen {
      body.finish(into: &sink)
      sink.endText()
      isBodyOpen = false
    }
    body = DocumentText()
    asides.push(at: parts, into: &sink)
  }

  /// Passes on all that is left.
  mutating func finish(into sink: inout some DocumentSink & ~Copyable) {
    if sheet != nil { endSheet(into: &sink) }
    finishBody(into: &sink)
  }
}
