import ScanModel

/// Makes fields of HTML: the text of each block, cell and control, and what attributes hold.
///
/// Tags within a text do not end it. White space is folded outside of `pre` and the like. Cells
/// are labelled by the headers of their table, descriptions by their term, the value of a control
/// by its caption and name; other texts have no label.
struct MarkupPage: MarkupHandler {
  static let isHTML = true

  var text = TreeText()
  var isMalformed: Bool { false }

  var run = MarkupRun()
  let references = MarkupReferences(isHTML: true)
  /// Attributes and comments in the middle of a text.
  var waiting = MarkupWaitingFields()
  /// What stands before controls.
  var captions = MarkupCaptions()
  /// The label of the select, text area or button that the text is in.
  var controlLabel = TextLayout.noLabel
  /// Whether the text is one to choose from, and not chosen.
  var isInUnchosenOption = false

  private var tables = MarkupTables()
  private var boxes = TableBoxes()
  private var termLabel = TextLayout.noLabel
  private var isInTerm = false
  private var isInDescription = false
  private var isPreformatted = false
  /// Whether a cell or description has begun and has no text yet: blocks in it begin no line.
  private var isAtCellStart = false
  /// How many fields there were where the current row or term began.
  private var fieldCountAtRow = 0

  // MARK: Text

  mutating func take(_ bytes: Span<UInt8>, _ range: Range<Int>, line: Int) {
    guard let start = beginText(bytes, range, line: line, isRaw: false) else { return }
    if isPreformatted {
      run.appendVerbatim(bytes, start..<range.upperBound, to: &text)
    } else {
      run.appendFolded(bytes, start..<range.upperBound, to: &text)
    }
  }

  mutating func takeRaw(_ bytes: Span<UInt8>, _ range: Range<Int>, line: Int) {
    guard let start = beginText(bytes, range, line: line, isRaw: true) else { return }
    run.appendVerbatim(bytes, start..<range.upperBound, to: &text)
  }

  mutating func take(_ scalar: Unicode.Scalar, line: Int) {
    if scalar == "\u{A0}" {
      if run.isOpen { run.hold(scalar) }
      return
    }
    if !run.isOpen { beginField(label: label, row: line) }
    run.append(scalar, to: &text)
  }

  /// Opens a field at the first byte of `range` that is no white space, unless one is open;
  /// returns where the text begins, nil for none.
  private mutating func beginText(
    _ bytes: Span<UInt8>, _ range: Range<Int>, line: Int, isRaw: Bool
  ) -> Int? {
    guard !run.isOpen else { return range.lowerBound }
    var start = range.lowerBound
    var row = line
    while start < range.upperBound, bytes[start].isMarkupSpace {
      if bytes[start] == UInt8(ascii: "\n") { row += 1 }
      start += 1
    }
    guard start < range.upperBound else { return nil }
    beginField(label: isRaw ? TextLayout.noLabel : label, row: row)
    return start
  }

  private mutating func beginField(label: Int32, row: Int) {
    run.begin(label: label, row: row, in: &text)
    isAtCellStart = false
  }

  private var label: Int32 {
    if isInUnchosenOption { return TextLayout.noLabel }
    if controlLabel != TextLayout.noLabel { return controlLabel }
    return cellLabel
  }

  /// The label that the table or the list of descriptions gives.
  var cellLabel: Int32 { isInDescription ? termLabel : tables.label }

  mutating func endText() {
    guard run.isOpen else { return }
    run.end(in: &text)
    tables.takeText(byteCount: run.byteCount, of: &text)
    if isInTerm { termLabel = text.labelOfLastField(byteCount: run.byteCount) }
    captions.take(byteCount: run.byteCount, of: &text)
    text.add(waiting)
    waiting.removeAll()
  }

  private mutating func breakLine() {
    endText()
    captions.breakLine()
    if !isAtCellStart { text.breakLine() }
  }

  /// Joins the cell with those before it where they are the boxes of a form.
  private mutating func endBox() {
    guard !tables.isInHeaderCell else { return }
    if boxes.endCell(column: tables.column, in: &text) { tables.noteValue() }
  }

  private mutating func endBoxes() {
    endBox()
    boxes.endRow()
  }

  private mutating func beginRow() {
    text.breakLine()
    fieldCountAtRow = text.fieldCount
  }

  private mutating func continueRow() {
    if text.fieldCount > fieldCountAtRow { text.continueLine() } else { text.breakLine() }
  }

  mutating func end() {
    endText()
  }

  // MARK: Tags

  mutating func open(_ tag: borrowing MarkupTag, in bytes: Span<UInt8>) -> Bool {
    let element = MarkupElement.of(bytes, tag.name)
    begin(element, tag, in: bytes)
    if element == nil, TreeNames.mayBeValue(bytes, tag.name) {
      waiting.bytes.append(bytes, tag.name)
      waiting.add(label: TextLayout.noLabel, row: tag.row)
    }
    if element == .label { captions.beginLabel(of: name(in: .target, of: tag, in: bytes)) }
    if element == .option { beginOption(tag, in: bytes) }
    takeAttributes(of: tag, element: element, in: bytes)
    if waiting.isFull { endText() }
    if !run.isOpen {
      text.add(waiting)
      waiting.removeAll()
    }
    if element == .script { text.breakLine() }
    return element == .script && !tag.isEmpty
  }

  private mutating func begin(
    _ element: MarkupElement?, _ tag: borrowing MarkupTag, in bytes: Span<UInt8>
  ) {
    if element?.isOfTable == true { isAtCellStart = false }
    switch element {
    case .inline: return
    case .struck: return run.part()
    case .raised: return run.partDigits(in: text)
    case .drawnPiece: return beginDrawnPiece(tag, in: bytes)
    case .lineBreak:
      if run.isOpen { run.hold("\n") } else { breakLine() }
    case .control, .label, .select, .option, .textArea, nil: endText()
    case .block, .preformatted, .meta, .script, .descriptionList: breakLine()
    case .term:
      endText()
      beginRow()
    case .description:
      endText()
      continueRow()
    case .table:
      breakLine()
      endBoxes()
      tables.beginTable()
    case .tableHead, .tableBody:
      breakLine()
      endBoxes()
      tables.setIsInHead(element == .tableHead)
    case .row:
      breakLine()
      endBoxes()
      tables.endRow()
    case .cell, .headerCell:
      endText()
      endBox()
      let isFirst = tables.beginCell(
        isHeader: element == .headerCell, columnCount: columnSpan(of: tag, in: bytes))
      if isFirst { beginRow() } else { continueRow() }
      boxes.beginCell(in: text)
    }
    note(element, isOpen: true)
  }

  /// Begins a line where the piece stands on one of its own, and a word where it stands apart.
  private mutating func beginDrawnPiece(_ tag: borrowing MarkupTag, in bytes: Span<UInt8>) {
    for attribute in tag.attributes {
      switch MarkupAttribute.of(bytes, attribute.name) {
      case .height: return breakLine()
      case .distance: run.part()
      default: break
      }
    }
  }

  /// What is not chosen stands on a line of its own: the caption of the list does not name it.
  private mutating func beginOption(_ tag: borrowing MarkupTag, in bytes: Span<UInt8>) {
    isInUnchosenOption = !tag.attributes.contains { attribute in
      MarkupAttribute.of(bytes, attribute.name) == .isChosen
    }
    if isInUnchosenOption { text.breakLine() }
  }

  mutating func takeLeaf(
    _ name: Range<Int>, _ content: Range<Int>, of bytes: Span<UInt8>, line: Int
  ) -> Bool { false }

  mutating func close(_ tag: borrowing MarkupTag, in bytes: Span<UInt8>) {
    let element = MarkupElement.of(bytes, tag.name)
    if element?.isOfTable == true { isAtCellStart = false }
    switch element {
    case .inline, .raised, .drawnPiece: return
    case .struck: return run.part()
    case .lineBreak:
      if run.isOpen { run.hold("\n") } else { breakLine() }
    case .control, .label, .select, .option, .textArea, .term, .meta, nil: endText()
    case .block, .preformatted, .script, .descriptionList, .description: breakLine()
    case .table:
      breakLine()
      endBoxes()
      tables.endTable()
    case .tableHead, .tableBody:
      breakLine()
      endBoxes()
      tables.setIsInHead(false)
    case .row:
      breakLine()
      endBoxes()
      tables.endRow()
    case .cell, .headerCell:
      endText()
      endBox()
      tables.endCell()
    }
    note(element, isOpen: false)
  }

  /// Keeps what the beginning or end of an element changes for the texts that follow.
  private mutating func note(_ element: MarkupElement?, isOpen: Bool) {
    switch element {
    case .preformatted: isPreformatted = isOpen
    case .textArea:
      isPreformatted = isOpen
      controlLabel = TextLayout.noLabel
    case .option: if !isOpen { isInUnchosenOption = false }
    case .select, .control:
      controlLabel = TextLayout.noLabel
      isInUnchosenOption = false
    case .label: if !isOpen { captions.endLabel() }
    case .cell, .headerCell: isAtCellStart = isOpen
    case .descriptionList:
      termLabel = TextLayout.noLabel
      isInTerm = false
      isInDescription = false
    case .term:
      isInTerm = isOpen
      isInDescription = false
    case .description:
      isInTerm = false
      isInDescription = isOpen
      isAtCellStart = isOpen
    default: break
    }
  }

  mutating func takeAside(_ bytes: Span<UInt8>, _ range: Range<Int>, line: Int) {
    let (content, row) = bytes.trimmed(range, line: line)
    guard !content.isEmpty else { return }
    waiting.bytes.append(bytes, content)
    waiting.add(label: TextLayout.noLabel, row: row, isOnOwnLine: true)
    if waiting.isFull { endText() }
    if !run.isOpen {
      text.add(waiting)
      waiting.removeAll()
    }
  }
}
