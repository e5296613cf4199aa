package import ScanModel

/// The text of a document, built paragraph by paragraph and cell by cell as it is read.
///
/// Every paragraph is a field, numbered from 1 with the cells among them. Paragraphs stand on lines
/// of their own, the cells of a row on one line; a cell has the label that the header of its column
/// or the header cell of its row gives it (`MarkupTables`).
package struct DocumentText {
  private var text = TreeText(form: .document)
  private var run = MarkupRun()
  private var tables = MarkupTables()
  private var boxes = TableBoxes()
  private var rows = TabbedRows()
  private var number = 0
  /// Whether a cell has begun and has no text yet: its first paragraph begins no line.
  private var isAtCellStart = false
  private var fieldCountAtRow = 0
  /// The labels of what has a name, such as a form control, from the outermost to the innermost.
  private var namedLabels: [Int32] = []

  package init() {}

  /// Whether there is neither text nor an open paragraph.
  package var isEmpty: Bool { number == 0 && !run.isOpen }

  // MARK: Text

  /// Appends valid UTF-8 to the paragraph; it begins one where none is open.
  ///
  /// White space at its ends is left out.
  package mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    if !run.isOpen {
      while start < range.upperBound, bytes[start].isMarkupSpace { start += 1 }
      guard start < range.upperBound else { return }
      begin()
    }
    run.appendVerbatim(bytes, start..<range.upperBound, to: &text)
  }

  package mutating func append(_ bytes: Span<UInt8>) {
    append(bytes, 0..<bytes.count)
  }

  package mutating func append(_ bytes: [UInt8]) {
    append(bytes.span)
  }

  package mutating func append(_ string: String) {
    append(Array(string.utf8))
  }

  package mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII, UInt8(truncatingIfNeeded: scalar.value).isMarkupSpace {
      return hold(scalar)
    }
    if !run.isOpen { begin() }
    run.append(scalar, to: &text)
  }

  /// Appends a tab, a line break or another white space that does not end the paragraph.
  package mutating func hold(_ space: Unicode.Scalar) {
    if run.isOpen { run.hold(space) }
  }

  /// Ends the paragraph, if one is open.
  package mutating func endParagraph() {
    let isParagraph = run.isOpen && tables.isOutside
    endText()
    if isParagraph { rows.takeParagraph(of: &text) }
    if !isAtCellStart { text.breakLine() }
  }

  /// Adds a paragraph as a whole.
  package mutating func addParagraph(_ bytes: [UInt8]) {
    endParagraph()
    append(bytes)
    endParagraph()
  }

  /// Adds a value with its name, such as a property or a field of a form.
  package mutating func add(_ value: [UInt8], named name: [UInt8]) {
    endParagraph()
    let names = name.span
    let number = text.names.number(of: names, name.indices)
    let isLabel = !name.isEmpty && number != TreeNames.unusual
    if !isLabel {
      append(name)
      endText()
    }
    append(value, label: isLabel ? text.label(TreeNames.none, number) : TextLayout.noLabel)
    endParagraph()
  }

  /// Begins a part of the text that has a name, such as a control of a form.
  ///
  /// Its text is a field of its own, on the line where it stands. Cells keep the label that their
  /// table gives them.
  package mutating func beginNamed(_ name: [UInt8]) {
    let number = text.names.number(of: name.span, name.indices)
    let isLabel = !name.isEmpty && number != TreeNames.unusual
    if isLabel { endText() }
    namedLabels.append(isLabel ? text.label(TreeNames.none, number) : TextLayout.noLabel)
  }

  package mutating func endNamed() {
    guard let label = namedLabels.popLast(), label != TextLayout.noLabel else { return }
    endText()
  }

  // MARK: Tables

  package mutating func beginTable() {
    endParagraph()
    endBoxes()
    rows.end()
    tables.beginTable()
  }

  package mutating func endTable() {
    isAtCellStart = false
    endParagraph()
    endBoxes()
    tables.endTable()
  }

  package mutating func endRow() {
    isAtCellStart = false
    endParagraph()
    endBoxes()
    tables.endRow()
  }

  /// Begins a cell that takes `columnCount` columns; the first cell behind `endRow` begins a row.
  package mutating func beginCell(columnCount: Int = 1, isHeader: Bool = false) {
    endText()
    endBox()
    isAtCellStart = false
    if tables.beginCell(isHeader: isHeader, columnCount: columnCount) {
      text.breakLine()
      fieldCountAtRow = text.fieldCount
    } else if text.fieldCount > fieldCountAtRow {
      text.continueLine()
    } else {
      text.breakLine()
    }
    isAtCellStart = true
    boxes.beginCell(in: text)
  }

  package mutating func endCell() {
    endText()
    isAtCellStart = false
    endBox()
    tables.endCell()
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

  // MARK: Passing on

  /// Passes on what has gathered, if that is enough.
  package mutating func pushIfDue(into sink: inout some TextSink & ~Copyable) {
    if text.window.isDue { _ = text.window.push(into: &sink) }
  }

  /// Ends the text and passes on what is left of it.
  package mutating func finish(into sink: inout some TextSink & ~Copyable) {
    endParagraph()
    _ = text.window.push(into: &sink, isLast: true)
  }

  private mutating func begin() {
    let label = tables.label
    begin(label: label == TextLayout.noLabel ? namedLabels.last ?? label : label)
  }

  private mutating func begin(label: Int32) {
    number += 1
    run.begin(label: label, row: number, in: &text)
    isAtCellStart = false
  }

  private mutating func append(_ bytes: [UInt8], label: Int32) {
    guard !bytes.isEmpty else { return }
    begin(label: label)
    run.appendVerbatim(bytes.span, bytes.indices, to: &text)
  }

  private mutating func endText() {
    guard run.isOpen else { return }
    run.end(in: &text)
    if !tables.isInHeaderCell { text.labelTickedOptions(byteCount: run.byteCount) }
    tables.takeText(byteCount: run.byteCount, of: &text)
  }
}
