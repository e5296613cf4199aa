import ScanModel

/// The text of WordprocessingML and DrawingML: paragraphs of runs, tables, boxes, fields, controls.
///
/// What is no part of the flow goes to `sides`: text boxes, deleted text, codes of fields, fields of
/// forms.
struct FlowContent: PartContent, PartTextContent {
  /// Where the text of the element that is open goes.
  private enum Destination {
    case nowhere, flow
    /// As `flow`, and what stands in elements in between too.
    case flowWithin
    case side(DocumentSection)
  }

  private var body = FlowText()
  /// The text of boxes, where there are any.
  private var boxes: FlowText?
  var sides = SideTexts()
  private var destination = Destination.nowhere
  private var boxDepth = 0
  private var depth = 0
  /// The depth of an element that is passed over.
  private var skipDepth: Int?
  private var alternatives: [Alternative] = []
  private var controls: [Control] = []
  private var isInFormField = false
  /// Whether the box of a form is ticked; nil outside of one.
  private var isTicked: Bool?
  /// The font of symbols of the run.
  private var symbolFont: SymbolFont?
  /// How deep in text that was moved away, which stands where it was moved to again.
  private var moveDepth = 0
  private var takenCount = 0
  private var authors: Set<[UInt8]> = []
  private var isFirstRowHeader = false

  /// The same content in several forms, of which one is read.
  private struct Alternative {
    var takenCount: Int
    var hasChoice = false
  }

  /// A content control: its name labels what is in it.
  private struct Control {
    var name: [UInt8] = []
    var hasTitle = false
    var isNamed = false
    /// Whether it is a box to tick, whose option stands beside it.
    var isBox = false
  }

  var isEmpty: Bool { body.text.isEmpty }

  mutating func pushIfDue(into sink: inout some TextSink & ~Copyable) {
    body.text.pushIfDue(into: &sink)
  }

  mutating func finish(into sink: inout some TextSink & ~Copyable) {
    body.text.finish(into: &sink)
  }

  /// Passes on what is no part of the flow.
  mutating func pushSides<Sink: DocumentSink & ~Copyable>(
    at parts: [DocumentPart], into sink: inout Sink
  ) {
    boxes?.text.endParagraph()
    if boxes?.text.isEmpty == false {
      sink.beginText(at: parts + [.section(.textBoxes)])
      boxes?.text.finish(into: &sink)
      sink.endText()
    }
    sides.push(at: parts, into: &sink)
  }

  // MARK: Elements

  mutating func begin(_ element: XMLElement, in bytes: Span<UInt8>) {
    depth &+= 1
    if skipDepth != nil { return }
    if case .flowWithin = destination { return beginWithin(element) }
    destination = .nowhere
    switch element.name {
    case .other: return
    case .r: symbolFont = nil
    case .t: destination = moveDepth == 0 ? .flow : .side(.deletedText)
    case .v, .text, .vt: destination = .flow
    case .p: flow { $0.beginParagraph() }
    case .tab, .ptab: flow { $0.text.hold("\t") }
    case .br, .cr: flow { $0.text.hold("\n") }
    case .noBreakHyphen: flow { $0.text.append("-") }
    case .visioText, .textbox: destination = .flowWithin
    case .delText: destination = .side(.deletedText)
    case .instrText, .delInstrText: destination = .side(.fieldCodes)
    case .rt, .rPh: skipDepth = depth
    case .txbxContent: beginBox()
    case .alternateContent: alternatives.append(Alternative(takenCount: takenCount))
    case .choice, .fallback: beginAlternative(element.name)
    default: beginRare(element, in: bytes)
    }
  }

  /// Markup within a text of which everything counts.
  private mutating func beginWithin(_ element: XMLElement) {
    switch element.name {
    case .br, .p: body.text.endParagraph()
    case .txbxContent:
      destination = .nowhere
      beginBox()
    default: break
    }
  }

  private mutating func beginRare(_ element: XMLElement, in bytes: Span<UInt8>) {
    switch element.name {
    case .tbl: flow { $0.beginTable() }
    case .tblPr:
      if element.value(of: .firstRow, in: bytes) == Array("1".utf8) { flow { $0.setIsHeaderRow() } }
    case .tblHeader: if element.isOn(.val, in: bytes) { flow { $0.setIsHeaderRow() } }
    case .tc: flow { $0.beginCell() }
    case .gridSpan: flow { $0.setColumnCount(element.value(of: .val, in: bytes)) }
    case .fldChar: sides.endParagraph(in: .fieldCodes)
    case .fldSimple: sides.addParagraph(element.value(of: .instr, in: bytes), to: .fieldCodes)
    case .sdt, .alias, .tag, .sdtContent: beginControl(element, in: bytes)
    case .checkbox: if !controls.isEmpty { controls[controls.count - 1].isBox = true }
    case .rFonts: symbolFont = SymbolFont(named: element.value(of: .ascii, in: bytes))
    case .sym: addSymbol(element, in: bytes)
    case .checkBox where isInFormField: isTicked = false
    case .checked where isTicked != nil: isTicked = element.isOn(.val, in: bytes)
    case .default where isTicked != nil: isTicked = element.isOn(.val, in: bytes)
    case .ffData: isInFormField = true
    case .name, .default, .listEntry, .helpText, .statusText:
      guard isInFormField else { return }
      sides.addParagraph(element.value(of: .val, in: bytes), to: .formFields)
    case .author:
      destination = .flow
      addAuthor(of: element, in: bytes)
    case .moveFrom:
      moveDepth += 1
      addAuthor(of: element, in: bytes)
    case .comment, .ins, .del, .cmAuthor, .annotation, .moveTo, .rPrChange, .pPrChange:
      addAuthor(of: element, in: bytes)
    case .person:
      addAuthor(of: element, in: bytes)
      sides.addParagraph(element.value(of: .userId, in: bytes), to: .comments)
    default: addAttributes(of: element, in: bytes)
    }
  }

  mutating func end(_ name: OfficeName) {
    defer { depth &-= 1 }
    if let skipDepth {
      if depth == skipDepth { self.skipDepth = nil }
      return
    }
    if case .flowWithin = destination, name != .visioText, name != .textbox {
      if name == .p { body.text.endParagraph() }
      return
    }
    destination = .nowhere
    switch name {
    case .p, .v, .text, .author, .visioText, .textbox: flow { $0.text.endParagraph() }
    case .tc: flow { $0.endCell() }
    case .tr: flow { $0.endRow() }
    case .tbl: flow { $0.endTable() }
    case .txbxContent:
      boxes?.text.endParagraph()
      boxDepth = max(boxDepth - 1, 0)
    case .alternateContent: _ = alternatives.popLast()
    case .sdt: _ = controls.popLast()
    case .sdtContent: endControl()
    case .del, .annotation: sides.endParagraph(in: .deletedText)
    case .moveFrom:
      moveDepth = max(moveDepth - 1, 0)
      sides.endParagraph(in: .deletedText)
    case .checkBox: endBox()
    case .ffData: isInFormField = false
    default: break
    }
  }

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard skipDepth == nil else { return }
    switch destination {
    case .nowhere: return
    case .flow, .flowWithin:
      takenCount &+= 1
      if symbolFont != nil, takeBox(bytes, range) { return }
      if boxDepth > 0 { boxes?.text.append(bytes, range) } else { body.text.append(bytes, range) }
    case .side(let section): sides.append(bytes, range, to: section)
    }
  }

  mutating func take(_ scalar: Unicode.Scalar) {
    guard skipDepth == nil else { return }
    switch destination {
    case .nowhere: return
    case .flow, .flowWithin: flow { $0.text.append(scalar) }
    case .side(let section): sides.append(scalar, to: section)
    }
  }

  /// Changes the text that is open: that of a box, or that of the part.
  @inline(__always)
  private mutating func flow(_ change: (inout FlowText) -> Void) {
    guard boxDepth > 0, var box = boxes.take() else { return change(&body) }
    change(&box)
    boxes = box
  }

  private mutating func beginBox() {
    boxDepth += 1
    if boxes == nil { boxes = FlowText() }
  }

  // MARK: Alternatives

  /// Passes over what was read in another form before.
  private mutating func beginAlternative(_ name: OfficeName) {
    guard let alternative = alternatives.last else { return }
    let wasTaken = takenCount > alternative.takenCount
    if alternative.hasChoice, wasTaken { skipDepth = depth }
    alternatives[alternatives.count - 1].hasChoice = true
  }

  // MARK: Controls

  private mutating func beginControl(_ element: XMLElement, in bytes: Span<UInt8>) {
    if element.name == .sdt { return controls.append(Control()) }
    guard !controls.isEmpty else { return }
    let index = controls.count - 1
    switch element.name {
    case .alias:
      controls[index].name = element.value(of: .val, in: bytes) ?? []
      controls[index].hasTitle = !controls[index].name.isEmpty
    case .tag where !controls[index].hasTitle:
      let tag = element.value(of: .val, in: bytes) ?? []
      // Google writes one around each piece of text that something is known of.
      if !tag.starts(with: "goog_rdk".utf8) { controls[index].name = tag }
    case .sdtContent where !controls[index].name.isEmpty && !controls[index].isBox:
      let name = controls[index].name
      controls[index].isNamed = true
      flow { $0.text.beginNamed(name) }
    default: break
    }
  }

  private mutating func endControl() {
    guard let control = controls.last, control.isNamed else { return }
    controls[controls.count - 1].isNamed = false
    flow { $0.text.endNamed() }
  }

  private mutating func endBox() {
    guard let isTicked else { return }
    self.isTicked = nil
    flow { $0.text.append(isTicked ? "☒ " : "☐ ") }
  }

  /// Adds a box of a font of symbols; its other signs say nothing.
  private mutating func addSymbol(_ element: XMLElement, in bytes: Span<UInt8>) {
    let digits = element.value(of: .char, in: bytes) ?? []
    guard digits.count <= 4, let font = SymbolFont(named: element.value(of: .font, in: bytes)),
      let code = UInt8(String(decoding: digits.suffix(2), as: UTF8.self), radix: 16),
      let box = font.box(code)
    else { return }
    flow { $0.text.append(box) }
  }

  /// Takes a text of one character in a font of symbols as the box that it shows; returns whether it is
  /// one.
  private mutating func takeBox(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let symbolFont, range.count <= 2,
      let sign = String(decoding: range.map { bytes[$0] }, as: UTF8.self).unicodeScalars.first,
      sign.utf8.count == range.count, sign.value <= 0xFF,
      let box = symbolFont.box(UInt8(sign.value))
    else { return false }
    flow { $0.text.append(box) }
    return true
  }

  // MARK: Authors

  /// Adds who wrote a comment or changed the text, once for each name.
  private mutating func addAuthor(of element: XMLElement, in bytes: Span<UInt8>) {
    let name: OfficeName =
      switch element.name {
      case .cmAuthor, .author: .name
      default: .author
      }
    let value = element.value(of: name, in: bytes) ?? element.value(of: .displayName, in: bytes)
    guard let author = value, !author.isEmpty, author.count <= 1024,
      authors.count < 10_000, authors.insert(author).inserted
    else { return }
    sides.add(author, named: Array("author".utf8), to: .comments)
  }
}
