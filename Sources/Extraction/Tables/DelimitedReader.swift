internal import ContentTypes
package import ScanModel

/// Reads tables with a delimiter between their cells: CSV, TSV, `;`, `|` and the like.
///
/// The text is passed on as it is; every cell that is not empty becomes a field, without its
/// quotes. Records count from 1 as a spreadsheet shows them: blank lines, titles above the table
/// and the header are records too. Which record is the header `DelimitedHeader` decides; its cells
/// are fields without a label, as are all cells above it. A blank line may be followed by another
/// header (`DelimitedHeader.headerOfNextTable`). Where the first cells of records name the others, they
/// are the labels of these (`DelimitedShape`).
///
/// Holds about 1 MB of the text at a time, whatever the length of its cells and records.
package struct DelimitedReader {
  /// How many bytes of the text are split between two pushes.
  private static let blockByteCount = TextWindow.pushByteCount
  private static let lookahead = DelimitedReaderSplitter.lookahead
  /// Longer cells of a header name nothing.
  private static let labelByteLimit = 1024

  private var splitter: DelimitedReaderSplitter
  private var window = TextWindow(form: .table)
  /// Up to where the window is split into cells.
  private var position = 0
  /// The record and the column at the current position, both from 1.
  private var row = 1
  private var column: Int32 = 1
  /// The record that is the header of what follows it.
  private var headerRow: Int?
  private var shape = DelimitedShape()
  /// The label that the last name of a field in the record gives what stands behind it.
  private var rowLabel = TextLayout.noLabel
  /// Whether something stood behind that name.
  private var isBehindValue = false
  /// The labels of the columns: for the current record, and for those below the header.
  private var labels: [Int32] = []
  private var headerLabels: [Int32] = []
  private var isAtStart = true
  private var separators = RecordSeparators()
  /// Whether the position lies in a cell that is too long to be split at once.
  private var isInLongCell = false

  package init(delimiter: UInt8) {
    splitter = DelimitedReaderSplitter(delimiter: delimiter)
  }

  /// Reads the table to its end; a reader reads one table.
  ///
  /// Where reading fails, what was read before is passed on first.
  package mutating func read<Source: ByteSource & ~Copyable>(
    _ text: inout DecodedText<Source>, into sink: inout some TextSink & ~Copyable
  ) throws(ReadFailure) -> ExtractionOutcome {
    window.takeMemory(of: &text.buffers)
    defer { window.giveMemoryBack(to: &text.buffers) }
    var failure: ReadFailure?
    var isAtEnd = false
    while !isAtEnd {
      if sink.isCancelled { return .partial(.interrupted) }
      while !isAtEnd, !isDue {
        do throws(ReadFailure) {
          let start = window.bytes.count
          isAtEnd = try !text.append(to: &window.bytes)
          if splitter.delimiter == Delimiter.unitSeparator.rawValue {
            separators.makeLines(in: &window.bytes, startingAt: start)
          }
        } catch {
          failure = error
          isAtEnd = true
        }
      }
      if !isAtEnd { advance(into: &sink) }
    }
    finish(into: &sink)
    if let failure { throw failure }
    return .complete
  }

  /// The text that was appended and not passed on yet; more of it comes behind.
  var text: [UInt8] {
    get { window.bytes }
    _modify { yield &window.bytes }
  }

  /// Whether enough of the text is there to be split.
  var isDue: Bool { window.bytes.count >= position + Self.blockByteCount + Self.lookahead }

  /// Splits the next block of the text, which goes on, and passes on what is due.
  mutating func advance(into sink: inout some TextSink & ~Copyable) {
    advance(isAtEnd: false, into: &sink)
  }

  /// Splits and passes on all that is left.
  mutating func finish(into sink: inout some TextSink & ~Copyable) {
    repeat {
      if sink.isCancelled { return }
      advance(isAtEnd: true, into: &sink)
    } while position < window.bytes.count
    window.endField()
    _ = window.push(into: &sink, isLast: true)
  }

  private mutating func advance(isAtEnd: Bool, into sink: inout some TextSink & ~Copyable) {
    split(isAtEnd: isAtEnd)
    // Where much waits, as of a sheet, what is passed on is not a small part of it each time: the rest
    // moves to the front.
    guard window.isDue(upTo: position), position >= window.bytes.count / 16 else { return }
    let count = window.push(upTo: position, into: &sink)
    position -= count
    splitter.advance(by: count)
  }

  /// Adds the cells of the next block as fields.
  private mutating func split(isAtEnd: Bool) {
    // Taken out of the window, so that cells are read while fields are added to it.
    var bytes: [UInt8] = []
    swap(&bytes, &window.bytes)
    split(bytes.span, isAtEnd: isAtEnd)
    swap(&bytes, &window.bytes)
  }

  private mutating func split(_ text: Span<UInt8>, isAtEnd: Bool) {
    if isAtStart {
      splitter.use(quote: CellQuotes.quote(of: text, delimiter: splitter.delimiter))
      shape = DelimitedHeader.shape(in: text, &splitter, isAtEnd: isAtEnd)
      headerRow = shape.headerRows.first
    }
    isAtStart = false
    let end = min(text.count - (isAtEnd ? 0 : Self.lookahead), position + Self.blockByteCount)
    if isInLongCell {
      let rest = splitter.restOfCell(in: text, from: position, isAtEnd: isAtEnd)
      if rest.border != .none {
        window.endField(at: rest.value.upperBound)
        isInLongCell = false
        pass(rest, in: text, isAtEnd: isAtEnd)
      }
      position = rest.next
    }
    while position < end {
      if !shape.hasNamedRows { addPlainCells(of: text, before: end, isAtEnd: isAtEnd) }
      if position < end { addCell(of: text, isAtEnd: isAtEnd) }
    }
  }

  /// Adds cells as long as they are neither of a header nor end a blank line nor lack their end.
  private mutating func addPlainCells(of text: Span<UInt8>, before end: Int, isAtEnd: Bool) {
    let labels = self.labels
    let headerRow = self.headerRow ?? 0
    // Local, so that the loop keeps them in registers.
    var splitter = self.splitter
    var position = self.position
    var row = self.row
    var column = self.column
    var field = TextField(range: 0..<0, label: TextLayout.noLabel, row: row, column: column)
    window.addFields(upTo: 1024) { fields in
      while position < end, !fields.isFull, row != headerRow {
        if let border = splitter.borderOfBareCell(in: text, from: position), column < .max {
          if border > position {
            field.range = position..<border
            field.label = labels.label(ofColumn: column)
            field.row = row
            field.column = column
            fields.append(field)
          }
          column &+= 1
          position = border &+ 1
          continue
        }
        let lineBreakCount = splitter.lineBreakCount
        let cell = splitter.cell(in: text, from: position, isAtEnd: isAtEnd)
        if !cell.value.isEmpty {
          guard cell.border != .none else { break }
          let label = labels.label(ofColumn: column)
          fields.append(TextField(range: cell.value, label: label, row: row, column: column))
        } else if column == 1, cell.border == .record {
          splitter.rewind(toLineBreak: lineBreakCount)
          break
        }
        if cell.border == .record {
          row &+= 1
          column = 1
        } else if cell.border == .delimiter, column < .max {
          column &+= 1
        }
        position = cell.next
      }
    }
    self.splitter = splitter
    self.position = position
    self.row = row
    self.column = column
  }

  /// Adds any cell.
  private mutating func addCell(of text: Span<UInt8>, isAtEnd: Bool) {
    if row == headerRow, column == 1 { labels = [] }
    let cell = splitter.cell(in: text, from: position, isAtEnd: isAtEnd)
    // The number of an element looks like a date; it names values and is none.
    let isElementNumber = row == headerRow && text.isElementNumber(cell.value)
    let isName = !cell.value.isEmpty && isName(cell, in: text)
    if isName { rowLabel = TextLayout.noLabel }
    if !cell.value.isEmpty, !isElementNumber {
      isBehindValue = !isName
      let label = rowLabel == TextLayout.noLabel ? labels.label(ofColumn: column) : rowLabel
      if cell.border == .none {
        window.beginField(at: cell.value.lowerBound, label: label, row: row, column: column)
        isInLongCell = true
      } else {
        window.add(TextField(range: cell.value, label: label, row: row, column: column))
      }
    }
    if isName { rowLabel = self.label(of: cell, in: text) }
    pass(cell, in: text, isAtEnd: isAtEnd)
    position = cell.next
  }

  /// Moves on to the next column or record.
  private mutating func pass(
    _ cell: DelimitedReaderCell, in text: Span<UInt8>, isAtEnd: Bool
  ) {
    if row == headerRow {
      headerLabels.append(label(of: cell, in: text))
    }
    switch cell.border {
    case .delimiter: if column < .max { column &+= 1 }
    case .record: endRecord(with: cell, in: text, isAtEnd: isAtEnd)
    case .textEnd, .none: break
    }
  }

  /// Whether a cell names those behind it: the first of its record, or one behind a value, in a column of
  /// names.
  private func isName(_ cell: DelimitedReaderCell, in text: Span<UInt8>) -> Bool {
    shape.hasNamedRows && row != headerRow && cell.border == .delimiter
      && (rowLabel == TextLayout.noLabel || isBehindValue) && shape.nameColumns.contains(column)
      && DelimitedHeaderCell(text, cell.value).namesField
  }

  private mutating func endRecord(
    with cell: DelimitedReaderCell, in text: Span<UInt8>, isAtEnd: Bool
  ) {
    let isBlank = column == 1 && cell.value.isEmpty
    rowLabel = TextLayout.noLabel
    isBehindValue = false
    if row == headerRow {
      labels = headerLabels
      headerLabels = []
      headerRow = shape.headerRows.first { $0 > row } ?? headerRow
    }
    row += 1
    column = 1
    if isBlank,
      let recordCount = DelimitedHeader.headerOfNextTable(
        in: text, from: cell.next, &splitter, isAtEnd: isAtEnd)
    {
      headerRow = row + recordCount
      labels = []
    }
  }

  /// The label that a cell of the header gives its column.
  private mutating func label(of cell: DelimitedReaderCell, in text: Span<UInt8>) -> Int32 {
    guard !cell.value.isEmpty, cell.value.count <= Self.labelByteLimit else {
      return TextLayout.noLabel
    }
    return window.label(text.extracting(cell.value))
  }
}

extension [Int32] {
  /// The label of a column, from 1; none beyond those that the header names.
  @inline(__always)
  fileprivate func label(ofColumn column: Int32) -> Int32 {
    Int(column) <= count ? self[Int(column) &- 1] : TextLayout.noLabel
  }
}
