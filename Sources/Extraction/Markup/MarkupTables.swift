import ScanModel

/// The tables that a page is in: which label the cells have.
///
/// A row of header cells labels the cells below it by column; without one, the header cell at the
/// start of a row labels the cells of the row. Where no cell is a header cell, the first row of
/// three cells or more is the header if none of its texts is long or may be a value; one of two
/// cells is if both name fields, and the row below it does not begin with the name of one too. A row
/// further down of which all cells name fields is the header of what follows, unless it only says whom
/// the columns are about. Below a header that names no values (`Veld | Waarde`), or without one, a first
/// cell that names a field labels its row, up to the next name behind a value. So does that of the first
/// row, where names and values take turns in it and the row below begins with a name too.
struct MarkupTables {
  /// The tables in tables that are followed; deeper ones count as the innermost of these.
  private static let depthLimit = 32
  private static let columnLimit = 1024
  /// The cells that a row without header cells has at least to be the header.
  fileprivate static let headerCellCount = 3
  /// The columns that one cell takes at most.
  private static let spanLimit = 100
  /// The values of the first row whose labels may change.
  fileprivate static let pairLimit = 32

  /// A value and the name before it.
  struct NamedValue {
    /// Where the value begins in the text.
    var place: Int
    var label: Int32
  }

  fileprivate struct Table {
    /// The labels by column.
    var headers: [Int32] = []
    /// The header cells of the current row by column.
    var rowHeaders: [Int32] = []
    var hasDataInRow = false
    var cellCountInRow = 0
    /// Whether there was neither a header cell nor a row of several cells yet.
    var isInFirstRow = true
    /// Whether the row has a text that is no name of a column.
    var hasUnnamed = false
    /// How many texts of the row name a field above others, and how many cells name any.
    var fieldNameCount = 0
    var namedCellCount = 0
    /// Whether a text of the row but the first names what its column holds.
    var namesValues = false
    /// Whether a text of the header does.
    var headerNamesValues = false
    /// Whether the row above is the header unless this one begins with a key.
    var isBelowPair = false
    /// The columns that the current cell takes.
    var columns = 0..<0
    /// The cell at the start of the row, where it names the others, or the last name behind a value.
    var rowLabel = TextLayout.noLabel
    /// Whether that is no header cell, and whether something stood behind it.
    var hasKey = false
    var isBehindValue = false
    /// The values of the first row, where names and values take turns in it.
    var pairs: [NamedValue] = []
    /// The columns with the names in that row.
    var pairColumns: [Int] = []
    var pairName = TextLayout.noLabel
    var hasPairs = true
    var isInHead = false
    var isInCell = false
    var isInHeaderCell = false
  }

  private var tables: [Table] = []
  /// The values of a first row that turned out to be named by what stands before them.
  private(set) var namedValues: [NamedValue] = []
  private var excessDepth = 0

  private var last: Int { tables.count - 1 }

  /// Whether the text is that of a header cell, or of another cell of a row that may be a header.
  var mayNameColumns: Bool {
    guard let table = tables.last, table.isInCell else { return false }
    return table.isInHeaderCell || table.isInFirstRow
      || table.namedCellCount == table.cellCountInRow - 1
  }

  /// Whether the text stands in a row that begins with a name, so that it may be the next one.
  var mayNameRow: Bool {
    guard let table = tables.last else { return false }
    return table.isInCell && !table.isInHeaderCell && table.hasKey
  }

  /// The column of the cell, from 0.
  var column: Int { tables.last?.columns.lowerBound ?? 0 }

  /// Whether no table is open.
  var isOutside: Bool { tables.isEmpty }

  /// Whether the text is in a header cell.
  var isInHeaderCell: Bool { tables.last?.isInHeaderCell ?? false }

  /// The label of the text here.
  var label: Int32 {
    guard let table = tables.last, table.isInCell, !table.isInHeaderCell else {
      return TextLayout.noLabel
    }
    let column = table.columns.lowerBound
    let header = column < table.headers.count ? table.headers[column] : TextLayout.noLabel
    let isRowFirst = header == TextLayout.noLabel || !table.headerNamesValues
    return isRowFirst && table.rowLabel != TextLayout.noLabel ? table.rowLabel : header
  }

  mutating func beginTable() {
    if tables.count < Self.depthLimit { tables.append(Table()) } else { excessDepth += 1 }
  }

  mutating func endTable() {
    if excessDepth > 0 { excessDepth -= 1 } else { _ = tables.popLast() }
  }

  mutating func setIsInHead(_ isInHead: Bool) {
    endRow()
    if !tables.isEmpty { tables[last].isInHead = isInHead }
  }

  /// Ends the row, which labels the columns if it held only header cells.
  mutating func endRow() {
    guard !tables.isEmpty else { return }
    tables[last].endRow()
  }

  /// Begins a cell; returns whether it is the first of its row.
  mutating func beginCell(isHeader: Bool, columnCount: Int) -> Bool {
    if tables.isEmpty { tables.append(Table()) }
    let span = min(max(columnCount, 1), Self.spanLimit)
    return tables[last].beginCell(isHeader: isHeader, span: span, limit: Self.columnLimit)
  }

  mutating func endCell() {
    guard !tables.isEmpty else { return }
    tables[last].endCell()
  }

  /// Takes the text of a cell, which begins at `place`, as a label; none for one that names nothing.
  mutating func nameColumns(_ label: Int32, _ naming: FieldNaming, at place: Int?) {
    guard !tables.isEmpty else { return }
    let index = last
    if naming != .none, tables[index].isBelowPairs {
      swap(&namedValues, &tables[index].pairs)
      tables[index].headers.removeAll()
      if let place { namedValues.append(NamedValue(place: place, label: TextLayout.noLabel)) }
    }
    tables[index].nameColumns(label, naming)
    if tables[index].isInFirstRow, let place { tables[index].takePair(label, naming, at: place) }
  }

  /// Takes a text behind the name at the start of its row for the next name; none for one that is none.
  mutating func nameRow(_ label: Int32, at place: Int?) {
    guard !tables.isEmpty, tables[last].nameRow(label), let place else { return }
    namedValues.append(NamedValue(place: place, label: TextLayout.noLabel))
  }

  mutating func forgetNamedValues() {
    namedValues.removeAll(keepingCapacity: true)
  }

  /// Notes that the row has a value in it, and is not the header.
  mutating func noteValue() {
    guard !tables.isEmpty else { return }
    tables[last].hasUnnamed = true
  }
}

extension MarkupTables.Table {
  fileprivate mutating func endRow() {
    endCell()
    let isTitle = cellCountInRow == 1 && max(columns.count, headers.count) > 1
    let mayBeHeader =
      hasDataInRow && isInFirstRow && !hasUnnamed
      && rowHeaders.count { $0 != TextLayout.noLabel } * 2 > cellCountInRow
    let isPair = mayBeHeader && cellCountInRow == 2 && fieldNameCount == 2
    let isHeader = isPair || mayBeHeader && cellCountInRow >= MarkupTables.headerCellCount
    let isNextHeader =
      !isInFirstRow && cellCountInRow > 1 && namedCellCount == cellCountInRow
      && (fieldNameCount == 0 || !headerNamesValues || namesValues)
    if cellCountInRow > 0 { isBelowPair = isPair }
    if isNextHeader { headers.removeAll(keepingCapacity: true) }
    if isHeader || isNextHeader || (!hasDataInRow && !isTitle) {
      headerNamesValues = namesValues
      for column in rowHeaders.indices where rowHeaders[column] != TextLayout.noLabel {
        headers.set(rowHeaders[column], at: column)
      }
    }
    if !rowHeaders.isEmpty { rowHeaders.removeAll(keepingCapacity: true) }
    if cellCountInRow > 1 {
      if !isInFirstRow { pairs = [] }
      isInFirstRow = false
    }
    if !hasPairs || pairName != TextLayout.noLabel {
      pairs = []
      pairColumns = []
    }
    fieldNameCount = 0
    namedCellCount = 0
    namesValues = false
    hasUnnamed = false
    hasDataInRow = false
    cellCountInRow = 0
    columns = 0..<0
    rowLabel = TextLayout.noLabel
    hasKey = false
    pairName = TextLayout.noLabel
    hasPairs = true
  }

  /// Takes a text of the first row for a name or the value behind one.
  fileprivate mutating func takePair(_ label: Int32, _ naming: FieldNaming, at place: Int) {
    let isName = naming != .none
    if isName == (pairName != TextLayout.noLabel) || isInHeaderCell
      || pairs.count == MarkupTables.pairLimit
    {
      hasPairs = false
    }
    guard hasPairs else { return }
    if !isName { pairs.append(MarkupTables.NamedValue(place: place, label: pairName)) }
    pairName = isName ? label : TextLayout.noLabel
    if isName { pairColumns.append(columns.lowerBound) }
  }

  fileprivate mutating func beginCell(isHeader: Bool, span: Int, limit: Int) -> Bool {
    let start = min(columns.upperBound, limit)
    columns = start..<min(start + span, limit)
    isInCell = true
    isInHeaderCell = isHeader || isInHead
    if isInHeaderCell { isInFirstRow = false } else { hasDataInRow = true }
    cellCountInRow += 1
    return cellCountInRow == 1
  }

  fileprivate mutating func endCell() {
    isInCell = false
    isInHeaderCell = false
  }

  fileprivate mutating func nameColumns(_ label: Int32, _ naming: FieldNaming) {
    if naming != .none {
      namedCellCount += 1
      if isBelowPair, !isInHeaderCell, cellCountInRow == 1 {
        // Keys below each other: what stands beside the first one is no header either.
        headers.removeAll()
      }
    }
    if naming == .column || naming == .subject { fieldNameCount += 1 }
    if naming == .column || naming == .key, cellCountInRow > 1 { namesValues = true }
    if label == TextLayout.noLabel { hasUnnamed = true }
    for column in columns { rowHeaders.set(label, at: column) }
    let namesRow = isInHeaderCell || naming != .none && !isInFirstRow
    if namesRow, cellCountInRow == 1 {
      rowLabel = label
      hasKey = !isInHeaderCell
      isBehindValue = false
    } else if hasKey {
      nameRow(naming == .none ? TextLayout.noLabel : label)
    }
  }

  /// Takes a text for the next name of its row, where it is one; returns whether it is.
  @discardableResult
  fileprivate mutating func nameRow(_ label: Int32) -> Bool {
    let isName =
      label != TextLayout.noLabel && isBehindValue && pairColumns.contains(columns.lowerBound)
    if isName { rowLabel = label }
    isBehindValue = !isName
    return isName
  }

  /// Whether the text begins the row below one in which names and values take turns.
  fileprivate var isBelowPairs: Bool {
    !isInFirstRow && !isInHeaderCell && cellCountInRow == 1 && !pairs.isEmpty
  }
}

extension [Int32] {
  fileprivate mutating func set(_ label: Int32, at index: Int) {
    while count <= index { append(TextLayout.noLabel) }
    self[index] = label
  }
}
