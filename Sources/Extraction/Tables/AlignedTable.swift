/// Finds tables that people align by spaces, tabs or pipes, going through a text line by line.
///
/// A table has a header of at least two short segments, perhaps a ruler (`---+---`), and rows with
/// as many segments, which by spaces stand below those of the header, or are cut where the strokes
/// of the ruler say, or where columns that are named as fields begin, of which a row leaves but one
/// blank. Without a ruler two segments are a header only where both are names of fields, and no row
/// below begins with one: else they are keys and their values. A table counts from its second row,
/// from its first behind a ruler, or from one whose segments begin where those of the header do. A
/// line that fills some of its columns goes on with the row above. It ends at a blank line, at keys
/// and values, at names of fields, or after three lines in a row that do not fit.
struct AlignedTable {
  /// What a line turned out to be.
  enum Step {
    /// No row of a table, or not known yet.
    case none
    /// The row that makes it a table: `pending` is the row before it, if there is one.
    case firstRow
    case row
  }

  /// The longest line that can be part of a table, in bytes.
  static let longestLine = 4096
  /// The digits that a segment of a header has at most.
  static let headerDigitLimit = 3
  /// The columns that a header has at least whose segments need not be names of fields.
  private static let columnCount = 3

  private var stage = Stage.none
  private var separator = AlignedTableLine.Separator.spaces
  private var headers = AlignedTableHeader()
  private var hasRuler = false
  private var misfitCount = 0
  /// The header with the only row so far as its lowest line, where that may belong to it.
  private var headersWithRow: AlignedTableHeader?
  /// The last line that was taken, in segments.
  private(set) var line = AlignedTableLine()
  /// The first row, kept until a second one shows that it was one.
  private(set) var pending: Row?

  struct Row {
    /// Where its line begins in the text.
    var start: Int
    var segments: [AlignedTableLine.Segment]
  }

  private enum Stage {
    case none, header, firstRow, rows
  }

  /// Whether no header was seen: a line of one segment then changes nothing.
  var isIdle: Bool { stage == .none }

  /// The header of each column, empty where it has none.
  var header: [[UInt8]] { headers.names }

  /// Takes the next line, without its line feed.
  mutating func take(_ range: Range<Int>, of text: Span<UInt8>) -> Step {
    guard stage != .none else {
      begin(range, of: text)
      return .none
    }
    let content = text.trimming(range)
    if content.isEmpty {
      end()
      return .none
    }
    if text.isRuler(content) {
      takeRuler(range, of: text)
      return .none
    }
    if stage == .rows, !hasRuler, isNextHeader(range, of: text) {
      begin(range, of: text)
      return .none
    }
    guard takeApart(range, of: text) else {
      if goesOn(text) { return takePart(range) }
      misfitCount += 1
      if stage != .rows || misfitCount > 2 || isKeyAndValue(text) { begin(range, of: text) }
      return .none
    }
    misfitCount = 0
    switch stage {
    case .rows:
      headersWithRow = nil
      return .row
    case .header where !hasRuler && !isOnlyRow(text):
      keepAsHeader(range, of: text)
      pending = Row(start: range.lowerBound, segments: line.segments)
      stage = .firstRow
      return .none
    case .none, .header, .firstRow:
      headersWithRow = nil
      stage = .rows
      return .firstRow
    }
  }

  /// Ends the table, at a line that is no part of any.
  mutating func end() {
    stage = .none
    pending = nil
    headersWithRow = nil
  }

  /// Forgets the pending row, once it was given out.
  mutating func dropPending() {
    pending = nil
  }

  /// Moves the positions down that refer to the text, the front of which was dropped.
  mutating func movePositions(down count: Int) {
    guard pending != nil else { return }
    pending?.start -= count
    for index in pending?.segments.indices ?? 0..<0 {
      guard let range = pending?.segments[index].range else { continue }
      pending?.segments[index].range = (range.lowerBound - count)..<(range.upperBound - count)
    }
  }

  /// Begins anew with a line that may be a header, or the next line of one.
  private mutating func begin(_ range: Range<Int>, of text: Span<UInt8>) {
    let isBelowHeader = stage == .header && !hasRuler
    let upper = separator
    end()
    guard
      let separator = AlignedTableLine.separator(of: range, in: text)
        ?? (isBelowHeader ? upper : nil)
    else { return }
    line.split(range, in: text, at: separator)
    guard line.segments.count >= 2 || isBelowHeader, line.mayBeHeader(in: text) else { return }
    if !isBelowHeader || separator != upper { headers.removeAll() }
    headers.add(range, of: text, line.segments)
    self.separator = separator
    stage = .header
    hasRuler = false
    misfitCount = 0
  }

  /// Takes a ruler, which ends the header, also where its last line looked like a row.
  private mutating func takeRuler(_ range: Range<Int>, of text: Span<UInt8>) {
    if let headersWithRow {
      headers = headersWithRow
      end()
      stage = .header
      hasRuler = false
    }
    if stage == .header, !hasRuler {
      headers.join(above: range, of: text, at: separator)
      if headers.columns.count < 2 { end() }
    }
    hasRuler = true
  }

  /// Takes the line apart as the header says; returns whether it has a segment for each column.
  private mutating func takeApart(_ range: Range<Int>, of text: Span<UInt8>) -> Bool {
    if !headers.strokes.isEmpty, line.cut(range, in: text, at: headers.strokes) {
      return line.segments.count { !$0.range.isEmpty } >= 2
    }
    line.split(range, in: text, at: separator)
    let columns = headers.columns
    // A line below that of a header may have but one segment.
    guard columns.count >= 2 else { return false }
    if separator == .spaces, line.segments.count > columns.count { line.join(below: columns) }
    guard line.segments.count == columns.count else {
      return separator == .spaces && !hasRuler && takeApartBelowHeader(range, of: text)
    }
    if separator == .spaces {
      guard zip(line.segments, columns).allSatisfy({ $0.columns.overlaps($1) }) else {
        return false
      }
    }
    return hasRuler || columns.count >= Self.columnCount
      || headers.areFieldNames && !line.beginsWithFieldName(in: text)
  }

  /// Whether a line among the rows is the header of another table, or the same on the next page.
  private mutating func isNextHeader(_ range: Range<Int>, of text: Span<UInt8>) -> Bool {
    guard !range.contains(where: { (0x30...0x39).contains(text[$0]) }),
      let separator = AlignedTableLine.separator(of: range, in: text)
    else { return false }
    line.split(range, in: text, at: separator)
    return line.segments.count >= Self.columnCount && line.mayBeHeader(in: text)
      && line.segments.allSatisfy { DelimitedHeaderCell(text, $0.range).isFieldName }
  }

  /// Takes a line apart that fills columns up to the last blank, where those of the header begin.
  ///
  /// Directly below the header its words may be columns of their own (`PERSNR SOFINR`).
  private mutating func takeApartBelowHeader(_ range: Range<Int>, of text: Span<UInt8>) -> Bool {
    guard headers.areMostlyFieldNames || stage == .header else { return false }
    if headers.areMostlyFieldNames, line.cut(range, in: text, below: headers.columns) {
      return true
    }
    guard stage == .header, let words = headers.words, words.areMostlyFieldNames,
      line.cut(range, in: text, below: words.columns),
      line.segments.allSatisfy({ !$0.range.isEmpty })
    else { return false }
    headers = words
    return true
  }

  /// Takes the line apart if it holds some lines of wrapped cells, each where its column begins.
  ///
  /// Directly below a header it does where that names fields, else it is the rest of the header.
  private mutating func goesOn(_ text: Span<UInt8>) -> Bool {
    guard separator == .spaces, headers.strokes.isEmpty, !hasRuler else { return false }
    let whole = line
    let isInRows = stage == .firstRow || stage == .rows
    if line.spread(over: headers.columns), !whole.hasFieldName(in: text),
      isInRows ? whole.reaches(behind: headers.columns[0]) : headers.areMostlyFieldNames
    {
      return true
    }
    line = whole
    return false
  }

  /// Takes a line that holds a part of a row; two of them below each other are rows too.
  private mutating func takePart(_ range: Range<Int>) -> Step {
    switch stage {
    case .rows: return .row
    case .firstRow where headers.areMostlyFieldNames:
      headersWithRow = nil
      stage = .rows
      return .firstRow
    case .header:
      pending = Row(start: range.lowerBound, segments: line.segments)
      stage = .firstRow
      return .none
    case .firstRow, .none: return .none
    }
  }

  /// Whether the line is no row of two columns but a key and its value.
  private func isKeyAndValue(_ text: Span<UInt8>) -> Bool {
    !hasRuler && headers.columns.count == 2 && line.segments.count == 2
      && line.beginsWithFieldName(in: text)
  }

  /// Whether the row below the header makes it a table alone: each segment begins where that of
  /// the header does, with more than a blank between them, and none is a name of a field.
  private func isOnlyRow(_ text: Span<UInt8>) -> Bool {
    guard
      separator != .spaces
        || zip(line.segments, line.segments.dropFirst()).allSatisfy({
          $1.columns.lowerBound - $0.columns.upperBound >= 2
        })
    else { return false }
    return zip(line.segments, headers.columns).allSatisfy {
      $0.columns.lowerBound == $1.lowerBound && !$0.range.isEmpty
    } && !line.hasFieldName(in: text)
  }

  private mutating func keepAsHeader(_ range: Range<Int>, of text: Span<UInt8>) {
    guard line.mayBeHeader(in: text), line.hasFieldName(in: text) else { return }
    headersWithRow = headers
    headersWithRow?.add(range, of: text, line.segments)
  }
}

extension AlignedTableLine {
  /// Whether each segment looks like the header of a column.
  fileprivate func mayBeHeader(in text: Span<UInt8>) -> Bool {
    segments.contains { !$0.range.isEmpty }
      && segments.allSatisfy { $0.range.isEmpty || text.mayBeHeader($0.range) }
  }

  /// Whether a segment is the name of a field.
  fileprivate func hasFieldName(in text: Span<UInt8>) -> Bool {
    segments.contains { DelimitedHeaderCell(text, $0.range).isFieldName }
  }

  /// Whether the first segment is the name of a field.
  fileprivate func beginsWithFieldName(in text: Span<UInt8>) -> Bool {
    segments.first.map { DelimitedHeaderCell(text, $0.range).isFieldName } ?? false
  }
}

extension Span<UInt8> {
  /// Whether `content` only draws a line: `-----`, `====`, `|---|:--:|`, `+----+----+`.
  fileprivate func isRuler(_ content: Range<Int>) -> Bool {
    var strokeCount = 0
    for position in content {
      switch self[position] {
      case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "_"): strokeCount += 1
      case UInt8(ascii: "+"), UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: " "),
        UInt8(ascii: "\t"):
        continue
      default: return false
      }
    }
    return strokeCount >= 3
  }

  /// Whether a segment is short, has a letter or `#`, has at most three digits, and is no key
  /// before its value (`BSN:`).
  fileprivate func mayBeHeader(_ range: Range<Int>) -> Bool {
    guard characterCount(range) <= 48, self[range.upperBound - 1] != UInt8(ascii: ":") else {
      return false
    }
    var digitCount = 0
    var hasLetter = false
    for position in range {
      switch self[position] {
      case 0x30...0x39: digitCount += 1
      case 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "#"): hasLetter = true
      default: continue
      }
    }
    return hasLetter && digitCount <= AlignedTable.headerDigitLimit
  }
}
