package import ScanModel

/// Reads tables with a delimiter between their cells: CSV, TSV, `;` and `|`.
///
/// The text is passed on as it is; every cell that is not empty becomes a field, without its
/// quotes. Records count from 1 as a spreadsheet shows them: blank lines, titles above the table
/// and the header are records too. Which record is the header `DelimitedHeader` decides; its cells
/// are fields without a label, as are all cells above it. A blank line may be followed by another
/// header (`DelimitedHeader.headerOfNextTable`).
///
/// Holds about 1 MB of the text at a time, whatever the length of its cells and records.
package struct DelimitedReader {
  /// How many bytes of the text are split between two pushes.
  private static let blockByteCount = TextWindow.pushByteCount
  /// Longer cells of a header name nothing.
  private static let labelByteLimit = 1024

  private var splitter: DelimitedReaderSplitter
  private var window = TextWindow(form: .table)
  /// The record and the column at the current position, both from 1.
  private var row = 1
  private var column: Int32 = 1
  /// The record that is the header of what follows it.
  private var headerRow: Int?
  /// The labels of the columns: for the current record, and for those below the header.
  private var labels: [Int32] = []
  private var headerLabels: [Int32] = []
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
    var ahead: [UInt8] = []
    ahead.reserveCapacity(1 << 20)
    var failure: ReadFailure?
    var isAtEnd = false
    var isFirstBlock = true
    repeat {
      if sink.isCancelled { return .partial(.interrupted) }
      while !isAtEnd, ahead.count < Self.blockByteCount + DelimitedReaderSplitter.lookahead {
        do throws(ReadFailure) {
          isAtEnd = try !text.append(to: &ahead)
        } catch {
          failure = error
          isAtEnd = true
        }
      }
      if isFirstBlock {
        headerRow = DelimitedHeader.row(in: ahead.span, &splitter, isAtEnd: isAtEnd)
      }
      isFirstBlock = false
      let count = split(ahead.span, isAtEnd: isAtEnd)
      window.bytes.append(contentsOf: ahead[..<count])
      ahead.removeSubrange(..<count)
      splitter.advance(by: count)
      if window.isDue { _ = window.push(into: &sink) }
    } while !isAtEnd || !ahead.isEmpty
    window.endField()
    _ = window.push(into: &sink, isLast: true)
    if let failure { throw failure }
    return .complete
  }

  /// Adds the cells of a block as fields; returns how many bytes were split.
  ///
  /// Fields are counted from the beginning of the window, to whose end the bytes come after this.
  private mutating func split(_ text: Span<UInt8>, isAtEnd: Bool) -> Int {
    let offset = window.bytes.count
    let lookahead = isAtEnd ? 0 : DelimitedReaderSplitter.lookahead
    let end = min(text.count - lookahead, Self.blockByteCount)
    var position = 0
    if isInLongCell {
      let rest = splitter.restOfCell(in: text, isAtEnd: isAtEnd)
      position = rest.next
      if rest.border != .none {
        window.endField(at: offset + rest.value.upperBound)
        isInLongCell = false
        pass(rest, from: 0, in: text, isAtEnd: isAtEnd)
      }
    }
    while position < end {
      let cell = splitter.cell(in: text, from: position, isAtEnd: isAtEnd)
      if !cell.value.isEmpty {
        let label = Int(column) <= labels.count ? labels[Int(column) &- 1] : TextLayout.noLabel
        let range = cell.value.lowerBound &+ offset..<cell.value.upperBound &+ offset
        if cell.border == .none {
          window.beginField(at: range.lowerBound, label: label, row: row, column: column)
          isInLongCell = true
        } else {
          window.add(TextField(range: range, label: label, row: row, column: column))
        }
      }
      pass(cell, from: position, in: text, isAtEnd: isAtEnd)
      position = cell.next
    }
    return position
  }

  /// Moves on to the next column or record.
  @inline(__always)
  private mutating func pass(
    _ cell: DelimitedReaderCell, from start: Int, in text: Span<UInt8>, isAtEnd: Bool
  ) {
    if row == headerRow { headerLabels.append(label(of: cell, in: text)) }
    switch cell.border {
    case .delimiter: if column < .max { column &+= 1 }
    case .record: endRecord(with: cell, in: text, isAtEnd: isAtEnd)
    case .textEnd, .none: break
    }
  }

  private mutating func endRecord(
    with cell: DelimitedReaderCell, in text: Span<UInt8>, isAtEnd: Bool
  ) {
    let isBlank = column == 1 && cell.value.isEmpty
    if row == headerRow {
      labels = headerLabels
      headerLabels = []
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
    var name: [UInt8] = []
    name.reserveCapacity(cell.value.count)
    for position in cell.value { name.append(text[position]) }
    return window.label(name)
  }
}
