import ScanModel

/// Makes texts of the content of a document: paragraphs, cells, sheets, slides, and what stands
/// beside them.
struct OpenDocumentContent: XMLPartHandler {
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
  private static let valueByteLimit = 1 << 20

  /// What the parts of all texts begin with.
  let origin: [DocumentPart]
  var body = DocumentText()
  var asides = OpenDocumentAsides()
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
  private(set) var value: [UInt8] = []
  private(set) var valueName: [UInt8] = []
  private var scopes: [Scope] = []
  private var depth = 0
  /// Reused for text with white space to fold.
  private var folded: [UInt8] = []
  private(set) var outcome = ExtractionOutcome.complete

  init(origin: [DocumentPart] = []) {
    self.origin = origin
  }

  var parts: [DocumentPart] { part.map { origin + [$0] } ?? origin }

  // MARK: Tags

  mutating func open<Sink: DocumentSink & ~Copyable>(
    _ tag: borrowing MarkupTag, in bytes: Span<UInt8>, into sink: inout Sink
  ) {
    depth += 1
    guard destination != .nowhere else { return }
    let name = bytes.localName(tag.name)
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
    case .binaryData: book(.encodedParts)
    case .value where destination == .aside(.formFields): return takeControl(tag, in: bytes)
    case .value, .description:
      guard isValue(element, tag.name, in: bytes) else { return }
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

  mutating func close<Sink: DocumentSink & ~Copyable>(into sink: inout Sink) {
    defer { depth = max(depth - 1, 0) }
    guard let scope = scopes.last, scope.depth >= depth else { return }
    scopes.removeLast()
    end(scope, into: &sink)
    destination = scope.destination
    isInParagraph = scope.isInParagraph
    isInHeader = scope.isInHeader
  }

  private mutating func begin<Sink: DocumentSink & ~Copyable>(
    _ element: OpenDocumentElement, _ tag: borrowing MarkupTag, in bytes: Span<UInt8>,
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
        || bytes.begins(with: "endnote", at: bytes.localName(tag.name).lowerBound)
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
    case .spreadsheet, .root: spreadsheetDepth = nil
    case .value, .description: endValue(scope)
    case .annotation, .speakerNotes, .trackedChanges, .header, .footer, .forms, .note, .textBox,
      .masterPage:
      endParagraph()
    default: break
    }
  }

  private mutating func beginSpreadsheet() {
    kind = .spreadsheet
    spreadsheetDepth = depth
  }

  // MARK: Text

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard destination != .nowhere, !range.isEmpty else { return }
    guard bytes.hasSpaceToFold(range) else { return append(bytes, range) }
    var folded: [UInt8] = []
    swap(&folded, &self.folded)
    folded.removeAll(keepingCapacity: true)
    bytes.appendFolded(range, to: &folded)
    append(folded.span, folded.indices)
    swap(&folded, &self.folded)
  }

  private mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    if !valueName.isEmpty {
      guard value.count < Self.valueByteLimit else { return book(.limit) }
      return value.append(bytes, range)
    }
    switch destination {
    case .body: body.append(bytes, range)
    case .cell: if isInParagraph { cell.append(bytes, range) }
    case .aside(let section):
      if asides.spend(range.count, section) { asides[section].append(bytes, range) }
    case .sheet where isInParagraph:
      if asides.spend(range.count, .textBoxes) { asides[.textBoxes].append(bytes, range) }
    case .sheet, .nowhere: break
    }
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    if !valueName.isEmpty { return value.append(scalar) }
    switch destination {
    case .body: body.append(scalar)
    case .cell: if isInParagraph { cell.append(scalar) }
    case .aside(let section):
      if asides.spend(1, section) { asides[section].append(scalar) }
    case .sheet, .nowhere: break
    }
  }

  mutating func hold(_ space: Unicode.Scalar, count: Int = 1) {
    guard valueName.isEmpty else { return take(space) }
    for _ in 0..<count {
      switch destination {
      case .body: body.hold(space)
      case .cell: cell.append(space)
      case .aside(let section): asides[section].hold(space)
      case .sheet, .nowhere: return
      }
    }
  }

  mutating func endParagraph() {
    switch destination {
    case .body: body.endParagraph()
    case .aside(let section): asides[section].endParagraph()
    case .sheet where isInParagraph: asides[.textBoxes].endParagraph()
    case .sheet, .cell, .nowhere: break
    }
  }

  private mutating func beginParagraph() {
    if !valueName.isEmpty {
      take(" ")
    } else if destination == .cell {
      cell.beginParagraph()
    } else {
      endParagraph()
    }
    isInParagraph = true
  }

  mutating func beginAside(_ section: DocumentSection) {
    destination = .aside(section)
    isInParagraph = false
    endParagraph()
  }

  /// A text box that stands in a comment or a note belongs to that.
  private mutating func beginTextBox() {
    if case .aside = destination {
      endParagraph()
      isInParagraph = false
    } else {
      beginAside(.textBoxes)
    }
  }

  // MARK: Values

  /// Whether the element is a value and no field of the same name in a text.
  private func isValue(
    _ element: OpenDocumentElement, _ name: Range<Int>, in bytes: Span<UInt8>
  ) -> Bool {
    guard isInParagraph, element == .value else { return true }
    return bytes.begins(with: "svg:", at: name.lowerBound)
  }

  private mutating func beginValue(_ name: Range<Int>, in bytes: Span<UInt8>) {
    value.removeAll(keepingCapacity: true)
    valueName.removeAll(keepingCapacity: true)
    valueName.append(bytes, name)
  }

  /// Adds a value that is complete: to the aside it lies in, or to the body or the text boxes.
  private mutating func endValue(_ scope: Scope) {
    let name = scope.element == .description ? [] : valueName
    valueName.removeAll(keepingCapacity: true)
    guard !value.isEmpty else { return }
    switch scope.destination {
    case .aside(let section): add(value, named: name, to: section)
    case .body where !scope.isInParagraph: body.add(value, named: name)
    default: add(value, named: name, to: .textBoxes)
    }
  }

  mutating func add(_ value: [UInt8], named name: [UInt8], to section: DocumentSection) {
    guard !value.isEmpty, asides.spend(value.count, section) else { return }
    asides[section].add(value, named: name)
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

/// What the content of a package is.
enum OpenDocumentKind {
  case text, spreadsheet, presentation, drawing
}

extension Span<UInt8> {
  /// Whether there is white space that is not one space between two other bytes.
  fileprivate func hasSpaceToFold(_ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    var isBehindSpace = false
    while position &+ ByteBlock.byteCount <= range.upperBound {
      let block = ByteBlock(self, at: position)
      let spaces = block.mask(of: 0x20)
      if spaces & (spaces &<< 1 | (isBehindSpace ? 1 : 0)) != 0 { return true }
      if block.mask(from: 0, through: 0x1F) != 0 { break }
      isBehindSpace = spaces &>> 63 != 0
      position &+= ByteBlock.byteCount
    }
    while position < range.upperBound {
      let byte = self[position]
      if byte > 0x20 {
        isBehindSpace = false
      } else if byte == 0x20 && !isBehindSpace {
        isBehindSpace = true
      } else if byte.isMarkupSpace {
        return true
      }
      position &+= 1
    }
    return false
  }

  /// Appends the range with every run of white space as one space.
  fileprivate func appendFolded(_ range: Range<Int>, to buffer: inout [UInt8]) {
    var isBehindSpace = false
    for index in range {
      let isSpace = self[index].isMarkupSpace
      if !isSpace { buffer.append(self[index]) } else if !isBehindSpace { buffer.append(0x20) }
      isBehindSpace = isSpace
    }
  }
}
