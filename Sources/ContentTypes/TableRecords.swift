/// The records of a text under the assumption of a delimiter.
struct TableRecords {
  /// What is known of one record.
  fileprivate struct Record {
    var cellCount = 1
    var byteCount = 0
    var isFirstEmpty = true
    var isLastEmpty = true
    /// Delimiters with a space behind them, and those between two digits.
    var spacedCount = 0
    var decimalCount = 0
    /// Of the first 64 cells, those that hold a digit and no space; noted where commas part them.
    var values: UInt64 = 0
  }

  /// No more records are read.
  private static let mostRecords = 300
  /// Behind how many records of a preamble a table begins at most.
  private static let longestPreamble = 20
  /// The share of the records behind it that agree in their number of cells at least.
  private static let leastConsistency = 0.8

  private let delimiter: UInt8
  /// Where a cell ends that has no quotes.
  private var ends: BytePlaces
  private var records: [Record] = []
  private var cellCounts = CellCounts()
  private var strayQuoteCount = 0
  /// Whether a line among the first is drawn of bars and dashes.
  private(set) var hasRuler = false

  /// Whether cells in quotes often end before a delimiter: the quotes mean something else.
  var hasStrayQuotes: Bool { strayQuoteCount * 5 > records.count }

  /// Reads the first records of `text`, in which line feeds stand at these places.
  ///
  /// One that its end cuts does not count if `isCut`. nil where too few of them agree in their number of
  /// cells, whatever follows.
  init?(
    of text: Span<UInt8>, delimiter: UInt8, lineFeeds: BytePlaces, isCut: Bool
  ) {
    self.delimiter = delimiter
    ends = lineFeeds
    ends.add(delimiter, in: text)
    let quote = CellQuotes.quote(of: text, delimiter: delimiter)
    let count = min(Self.mostRecords, lineFeeds.count + 1)
    let mostOthers = count - Self.leastMatchCount(of: count)
    var position = 0
    while position < text.count, records.count < Self.mostRecords {
      let start = position
      var record = Record()
      position = read(text, from: start, quote, into: &record)
      if isCut && position >= text.count { break }
      let content = text.trimming(start..<min(position, text.count))
      if content.isEmpty { continue }
      record.byteCount = content.count
      if records.count < 8 && Self.isRuler(text, content) { hasRuler = true }
      records.append(record)
      cellCounts.add(record.cellCount)
      guard records.count - cellCounts.mostAlike <= mostOthers else { return nil }
    }
  }

  /// How many of so many records must agree in their number of cells, behind the longest preamble.
  private static func leastMatchCount(of count: Int) -> Int {
    Int((leastConsistency * Double(count - longestPreamble)).rounded(.down))
  }

  /// Reads a record; returns the position behind its line feed.
  private mutating func read(
    _ text: Span<UInt8>, from start: Int, _ quote: UInt8, into record: inout Record
  ) -> Int {
    let delimiter = delimiter
    let isComma = delimiter == UInt8(ascii: ",")
    var position = start
    while true {
      let cell = position
      let content = text.skippingBlanks(from: cell, but: delimiter)
      if content < text.count, text[content] == quote,
        let end = Self.quoteEnd(text, from: content, quote)
      {
        position = text.skippingBlanks(from: end, but: delimiter)
        if position < text.count, text[position] != delimiter, text[position] != 0x0A {
          strayQuoteCount += 1
        }
      }
      position = ends.first(from: position)
      while isComma, position < text.count, Self.isMillisecondComma(text, position) {
        position = ends.first(from: position + 1)
      }
      let isLast = position >= text.count || text[position] != delimiter
      // Of the cells between, only those that commas part may be asked for.
      if isComma || isLast || record.cellCount == 1 {
        record.close(text, content..<position, notesValue: isComma)
      }
      if isLast { return position + 1 }
      record.cellCount += 1
      position += 1
      guard position < text.count else { continue }
      if text[position] == UInt8(ascii: " ") { record.spacedCount += 1 }
      if position > start + 1, text[position].isDigit, text[position - 2].isDigit {
        record.decimalCount += 1
      }
    }
  }

  /// Behind the quote that closes the one at `start`; nil where it is not closed within 8 KB.
  private static func quoteEnd(_ text: Span<UInt8>, from start: Int, _ quote: UInt8) -> Int? {
    let limit = min(text.count, start + 8192)
    var position = start + 1
    while position < limit {
      position = text.position(of: quote, in: position..<limit)
      if position < limit, position + 1 == text.count || text[position + 1] != quote {
        return position + 1
      }
      position += 2
    }
    return nil
  }

  /// `12:00:00,123`.
  private static func isMillisecondComma(_ text: Span<UInt8>, _ position: Int) -> Bool {
    text[position] == UInt8(ascii: ",") && position >= 3 && position + 3 < text.count
      && text[position - 3] == UInt8(ascii: ":") && text[position - 2].isDigit
      && text[position - 1].isDigit && text[position + 1].isDigit && text[position + 2].isDigit
      && text[position + 3].isDigit
  }

  private static func isRuler(_ text: Span<UInt8>, _ content: Range<Int>) -> Bool {
    var dashCount = 0
    for position in content {
      switch text[position] {
      case UInt8(ascii: "-"), UInt8(ascii: "="): dashCount += 1
      case UInt8(ascii: "+"), UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: " "): continue
      default: return false
      }
    }
    return dashCount >= 3
  }
}

extension TableRecords {
  /// What the records with the most common number of cells have in common.
  struct Columns {
    /// At least 2.
    let count: Int
    let matchCount: Int
    /// The share of records, from the first such record on, that have this number of cells.
    let consistency: Double
    /// Of a cell, in bytes.
    let averageLength: Int
    let isFirstEmpty: Bool
    let isLastEmpty: Bool
    /// Whether most delimiters have a space behind them.
    let isSpaced: Bool
    /// Whether most delimiters stand between digits.
    let isDecimals: Bool
    /// Whether a column holds, below its header, numbers or codes; of commas only.
    let hasValues: Bool
  }

  /// The columns of a table: nil where fewer than two records, or less than four fifths of those
  /// behind a preamble, agree in their number of cells.
  func columns() -> Columns? {
    guard let (count, matchCount) = cellCounts.mostCommon, matchCount >= 2,
      let first = records.firstIndex(where: { $0.cellCount == count }),
      first <= Self.longestPreamble, matchCount * 2 >= first
    else { return nil }
    let matches = records.filter { $0.cellCount == count }
    let consistency = Double(matchCount) / Double(records.count - first)
    guard consistency >= Self.leastConsistency else { return nil }
    let delimiterCount = matchCount * (count - 1)
    let hasValues = (0..<min(count, 64)).contains { column in
      let valueCount = matches.dropFirst().count { $0.values >> UInt64(column) & 1 == 1 }
      return valueCount * 5 >= (matchCount - 1) * 4
    }
    return Columns(
      count: count, matchCount: matchCount, consistency: consistency,
      averageLength: matches.sum { $0.byteCount } / (matchCount * count),
      isFirstEmpty: matches.count { $0.isFirstEmpty } * 2 > matchCount
        && matches[0].isFirstEmpty,
      isLastEmpty: matches.allSatisfy { $0.isLastEmpty },
      isSpaced: matches.sum { $0.spacedCount } * 2 > delimiterCount,
      isDecimals: matches.sum { $0.decimalCount } * 5 >= delimiterCount * 4,
      hasValues: hasValues)
  }
}

extension TableRecords.Record {
  /// Takes a cell in at the end of the record; `notesValue` where it may be asked for values.
  @inline(__always)
  fileprivate mutating func close(_ text: Span<UInt8>, _ cell: Range<Int>, notesValue: Bool) {
    let content = text.trimming(cell)
    if cellCount == 1 { isFirstEmpty = content.isEmpty }
    isLastEmpty = content.isEmpty
    if notesValue, cellCount <= 64, content.count <= 40 { noteValue(text, content) }
  }

  private mutating func noteValue(_ text: Span<UInt8>, _ content: Range<Int>) {
    var hasDigit = false
    for position in content {
      if text[position] == UInt8(ascii: " ") { return }
      if text[position].isDigit { hasDigit = true }
    }
    if hasDigit { values |= 1 << UInt64(cellCount - 1) }
  }
}

extension Array {
  fileprivate func sum(_ number: (Element) -> Int) -> Int { reduce(0) { $0 + number($1) } }
}

extension Span<UInt8> {
  /// The first position from `start` on that holds no space or tab, or holds the delimiter.
  fileprivate func skippingBlanks(from start: Int, but delimiter: UInt8) -> Int {
    var position = start
    while position < count, self[position] != delimiter,
      self[position] == 0x20 || self[position] == 0x09 || self[position] == 0x0D
    {
      position += 1
    }
    return position
  }
}
