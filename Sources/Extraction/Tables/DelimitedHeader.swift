import ScanModel

/// Decides which record at the beginning of a table holds the names of its columns.
///
/// It looks at the first `recordCount` records in the first `byteCount` bytes. An Excel `sep=` line
/// and titles above the table are skipped: records with fewer cells than most, or far fewer that
/// hold something. The first full record is the header if none of its cells is a value (number,
/// date, e-mail address), most of them are short and distinct, and it looks different from what is
/// below: a column holds digits or addresses below a cell without. Over words only, it is a header
/// if most of its cells look like names of fields. In doubt it is a header: its words are only ever
/// compared with those of the catalog.
enum DelimitedHeader {
  private static let recordCount = 20
  private static let byteCount = 256 << 10
  /// How far to look for the header of a next table and the records below it.
  private static let nextTableRecordCount = 8
  private static let nextTableByteCount = 16 << 10

  /// Which cells of the table name the others.
  ///
  /// `text` is the beginning of the table: all of it, or `byteCount` bytes and the lookahead.
  static func shape(
    in text: Span<UInt8>, _ splitter: inout DelimitedReaderSplitter, isAtEnd: Bool
  ) -> DelimitedShape {
    let records = records(
      in: text, from: 0, &splitter, recordCount: recordCount, byteCount: byteCount,
      isAtEnd: isAtEnd)
    return shape(of: records, header: index(in: records))
  }

  /// How many records below a blank line the header of another table stands: 0 directly below,
  /// 1 below a title (`[orders]`); nil for none.
  ///
  /// A header has two cells or more, none of them a value, and looks different from the record
  /// directly below; it is not the first of a list of keys and values. A title is a single cell.
  static func headerOfNextTable(
    in text: Span<UInt8>, from start: Int, _ splitter: inout DelimitedReaderSplitter, isAtEnd: Bool
  ) -> Int? {
    guard start < text.count, text[start] != UInt8(ascii: "\n"), text[start] != UInt8(ascii: "\r")
    else { return nil }
    let records = records(
      in: text, from: start, &splitter, recordCount: nextTableRecordCount,
      byteCount: nextTableByteCount, isAtEnd: isAtEnd
    ).prefix { !$0.isBlank }
    let index = records.first?.isTitle == true ? 1 : 0
    guard index + 1 < records.count, records[index].count >= 2,
      records[index].isHeader(over: records[(index + 1)...]),
      records[index].differs(from: records[(index + 1)...(index + 1)])
    else { return nil }
    return index
  }

  /// The index of the header in the first records of a table.
  static func index(in records: [DelimitedRecord]) -> Int? {
    let full = records.filter { !$0.isBlank && !$0.isSeparatorLine }
    guard let width = mode(of: full.map({ $0.count })) else { return nil }
    let filled = full.map { $0.filledCount }.sorted()[full.count / 2]
    for (index, record) in records.enumerated() {
      guard !record.isBlank, !record.isSeparatorLine, record.count >= min(width, 2),
        record.count >= width - 1, record.filledCount * 2 > filled
      else { continue }
      let below = records[(index + 1)...].drop { $0.isBlank }.prefix { !$0.isBlank }
      let isHeader = record.isHeader(over: below)
      if record.count >= width {
        if isHeader {
          return record.isGroups(over: records.dropFirst(index + 1)) ? index + 1 : index
        }
        if record.filledCount * 4 < filled * 3 { continue }
        return nil
      }
      let isTitle = below.first.map { $0.isHeader(over: below.dropFirst()) } ?? true
      if isHeader, !isTitle { return index }
    }
    return nil
  }

  /// The most frequent of `counts`, the largest of several.
  private static func mode(of counts: [Int]) -> Int? {
    Dictionary(counts.map { ($0, 1) }, uniquingKeysWith: +)
      .max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// The records that lie wholly in the next `byteCount` bytes, `recordCount` at most.
  private static func records(
    in text: Span<UInt8>, from start: Int, _ splitter: inout DelimitedReaderSplitter,
    recordCount: Int, byteCount: Int, isAtEnd: Bool
  ) -> [DelimitedRecord] {
    let lineBreakCount = splitter.lineBreakCount
    defer { splitter.rewind(toLineBreak: lineBreakCount) }
    var records: [[Range<Int>]] = []
    var record: [Range<Int>] = []
    var position = start
    let end = start + byteCount
    while position < text.count, records.count < recordCount {
      let cell = splitter.cell(in: text, from: position, isAtEnd: isAtEnd)
      guard cell.border != .none, cell.next <= end else { break }
      position = cell.next
      record.append(cell.value.lowerBound - start..<cell.value.upperBound - start)
      if cell.border == .record || position == text.count {
        records.append(record)
        record.removeAll(keepingCapacity: true)
      }
    }
    let bytes = text.extracting(start..<position).withUnsafeBufferPointer { Array($0) }
    return records.map { DelimitedRecord($0, in: bytes) }
  }
}

extension DelimitedRecord {
  /// Excel's first line that says what the delimiter is: `sep=;`.
  fileprivate var isSeparatorLine: Bool {
    first.map { $0.folded.starts(with: "sep=".utf8) } ?? false
  }

  /// Whether it is a single cell of words, as the name of a section is.
  fileprivate var isTitle: Bool {
    filledCount == 1 && isFilled(at: 0) && !self[0].isValue
  }

  /// Whether nothing in the record itself speaks against it being a header.
  fileprivate var couldBeHeader: Bool {
    let filled = Array(filled)
    let elementCount = filled.count { $0.isElementNumber }
    // Numbers of elements alone, or beside names of fields.
    let areElements =
      elementCount >= 2 && filled.allSatisfy { $0.isElementNumber || $0.isFieldName }
    return !filled.isEmpty && (areElements || filled.allSatisfy { !$0.isValue })
      && filled.count { $0.isShort } * 2 >= filled.count
      && (filled.allSatisfy { $0.isFieldName }
        || filled.distinctCount * 2 > filled.count)
  }

  /// Whether it only says whom the columns of the header directly below are about.
  fileprivate func isGroups(over below: ArraySlice<DelimitedRecord>) -> Bool {
    guard let header = below.first, header.count == count else { return false }
    return !contains { $0.namesValues } && header.isNames && header.contains { $0.namesValues }
  }

  fileprivate func isHeader(over below: ArraySlice<DelimitedRecord>) -> Bool {
    guard couldBeHeader, !isFirstOfPairs(with: below) else { return false }
    if below.isEmpty || differs(from: below) { return true }
    // Dates stand below dates.
    if contains(where: { $0.isElementNumber }) {
      return !below.contains { $0.contains { $0.isElementNumber } }
    }
    return count { $0.looksLikeFieldName } * 2 > filledCount || names(aColumnOf: below)
  }

  /// Whether a column but the first is named here, by a word that headers have, and holds none below.
  private func names(aColumnOf below: ArraySlice<DelimitedRecord>) -> Bool {
    indices.dropFirst().contains { column in
      let cells = below.filter { $0.isFilled(at: column) }
      return cells.count >= 2 && self[column].isFieldName
        && !cells.contains { $0[column].hasFieldWord }
    }
  }

  /// Whether a column holds digits or e-mail addresses in half of its cells, but not here.
  fileprivate func differs(from below: ArraySlice<DelimitedRecord>) -> Bool {
    for column in filledColumns where !self[column].hasDigit {
      var filled = 0
      var different = 0
      for record in below where record.isFilled(at: column) {
        filled += 1
        let cell = record[column]
        if cell.hasDigit || cell.isValue { different += 1 }
      }
      if filled > 0, different * 2 >= filled { return true }
    }
    return false
  }

  /// Whether this is the first of a list of keys and values (`Naam;Jansen`), not a header.
  ///
  /// Two columns are such a list unless the first holds numbers or codes below, the second values
  /// of one shape that the cell here has not, or both cells here are names of fields, or the second as
  /// the only one of its column. Keys below that are names of fields make a list of them all the same.
  private func isFirstOfPairs(with below: ArraySlice<DelimitedRecord>) -> Bool {
    guard filledCount == 2, isFilled(at: 1) else { return false }
    let pairs = below.filter { $0.filledCount == 2 && $0.isFilled(at: 1) }
    guard !pairs.isEmpty,
      !below.contains(where: { $0.filledCount > 2 }),
      pairs.count(where: { $0[0].hasDigit }) * 2 <= pairs.count
    else { return false }
    if pairs.count(where: { $0[0].hasFieldWord }) * 2 >= pairs.count { return true }
    if self[0].looksLikeFieldName, self[1].hasFieldWord { return false }
    if names(aColumnOf: below) { return false }
    let shapes = Dictionary(
      pairs.filter { $0[1].shape != .words }.map { ($0[1].shape, 1) }, uniquingKeysWith: +)
    return self[1].hasDigit || (shapes.values.max() ?? 0) * 5 < pairs.count * 4
  }
}

extension [DelimitedHeaderCell] {
  /// How many differ, in whatever case they are written.
  fileprivate var distinctCount: Int {
    var numbers = LabelNumbers()
    var texts: [[UInt8]] = []
    for cell in self {
      let text = cell.folded
      guard numbers.number(of: text.span, in: texts) == nil else { continue }
      numbers.insert(text.span, number: Int32(texts.count))
      texts.append(text)
    }
    return texts.count
  }
}
