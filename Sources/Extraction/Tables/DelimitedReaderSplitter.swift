/// Splits the bytes of a delimited table into cells: RFC 4180, and what is written in its name.
///
/// Spaces around a cell and around its quotes are not part of it. A quote opens a quoted cell only
/// at its beginning, and only where a quote that closes it follows: one with a border behind it, at
/// most `quotedByteLimit` bytes and `quotedLineLimit` lines further. Any other quote is a character
/// like all others, so that a stray one never swallows a file.
struct DelimitedReaderSplitter {
  /// How many bytes a quoted cell can have.
  static let quotedByteLimit = 64 << 10
  /// How many line breaks a quoted cell can have.
  static let quotedLineLimit = 100
  /// Longer values keep their marks and the spaces behind them.
  static let trimmedByteLimit = 64 << 10
  /// How many bytes behind the beginning of a cell must be there for it to be split the same way
  /// whatever follows.
  static let lookahead = 128 << 10

  private static let spacesBehindQuoteLimit = 8

  let delimiter: UInt8
  /// The line breaks that were passed, also those in quoted cells.
  private(set) var lineBreakCount = 0
  /// Up to where, and up to which line break, no closing quote was found: so that stray quotes that
  /// stand close together do not each search the same bytes.
  private var searched = (end: 0, lineBreakCount: 0)
  private var borders: MarkSearch
  /// What stands around cells.
  private(set) var quote = UInt8(ascii: "\"")
  private var quotes = MarkSearch(for: UInt8(ascii: "\""))

  init(delimiter: UInt8) {
    self.delimiter = delimiter
    borders = MarkSearch(for: delimiter)
  }

  /// Takes another mark for the quote around cells, before any cell is split.
  mutating func use(quote: UInt8) {
    self.quote = quote
    quotes = MarkSearch(for: quote)
  }

  /// The cell that begins at `start`.
  ///
  /// Its border is `.none` where the text ends before it does and more text is to come.
  @inline(__always)
  mutating func cell(
    in text: Span<UInt8>, from start: Int, isAtEnd: Bool
  ) -> DelimitedReaderCell {
    var first = start
    while first < text.count, isSpace(text[first]) { first &+= 1 }
    if first < text.count, text[first] == quote,
      let quoted = quotedCell(in: text, from: first, isAtEnd: isAtEnd)
    {
      return quoted
    }
    var split = cell(of: first..<borders.next(in: text, from: first), in: text, isAtEnd)
    if split.border != .none { split.value = trimmed(split.value, in: text) }
    return split
  }

  /// The delimiter behind the cell that begins at `start`, where nothing of the cell is to be taken
  /// away: quotes, marks, spaces; nil for any other cell.
  @inline(__always)
  mutating func borderOfBareCell(in text: Span<UInt8>, from start: Int) -> Int? {
    let border = borders.next(in: text, from: start)
    guard border < text.count, text[unchecked: border] == delimiter else { return nil }
    if border == start { return border }
    let first = text[unchecked: start]
    // Spaces, quotes and the apostrophe stand before all other marks.
    guard first > UInt8(ascii: "'"), first != UInt8(ascii: "="),
      text[unchecked: border &- 1] > UInt8(ascii: " ")
    else { return nil }
    return border
  }

  /// The rest, from `start` on, of a cell whose beginning was split before, untrimmed.
  mutating func restOfCell(
    in text: Span<UInt8>, from start: Int, isAtEnd: Bool
  ) -> DelimitedReaderCell {
    cell(of: start..<borders.next(in: text, from: start), in: text, isAtEnd)
  }

  /// Takes back the line breaks that were passed since there were `count`.
  mutating func rewind(toLineBreak count: Int) {
    lineBreakCount = count
  }

  /// Follows the text when `count` bytes are taken from its front.
  mutating func advance(by count: Int) {
    searched.end -= count
    borders.advance(by: count)
    quotes.advance(by: count)
  }

  @inline(__always)
  private mutating func cell(
    of value: Range<Int>, in text: Span<UInt8>, _ isAtEnd: Bool
  ) -> DelimitedReaderCell {
    let end = value.upperBound
    guard end < text.count else {
      return DelimitedReaderCell(value: value, next: end, border: isAtEnd ? .textEnd : .none)
    }
    if text[end] == delimiter {
      return DelimitedReaderCell(value: value, next: end &+ 1, border: .delimiter)
    }
    var next = end &+ 1
    if text[end] == UInt8(ascii: "\r") {
      if next < text.count {
        if text[next] == UInt8(ascii: "\n") { next &+= 1 }
      } else if !isAtEnd {
        return DelimitedReaderCell(value: value, next: end, border: .none)
      }
    }
    lineBreakCount &+= 1
    return DelimitedReaderCell(value: value, next: next, border: .record)
  }
}

// MARK: Unquoted cells

extension DelimitedReaderSplitter {
  @inline(__always)
  private func isBorder(_ byte: UInt8) -> Bool {
    byte == delimiter || byte.isLineBreak
  }

  @inline(__always)
  private func isSpace(_ byte: UInt8) -> Bool {
    (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")) && byte != delimiter
  }

  /// `range` without the spaces at its end and without marks that make a value text: `="0123"`,
  /// `'0123`.
  @inline(__always)
  private func trimmed(_ range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    guard !range.isEmpty, range.count <= Self.trimmedByteLimit else { return range }
    var end = range.upperBound
    while end > range.lowerBound, isSpace(text[end &- 1]) { end &-= 1 }
    guard end > range.lowerBound else { return range.lowerBound..<end }
    let first = text[range.lowerBound]
    guard first == UInt8(ascii: "=") || first == UInt8(ascii: "'") else {
      return range.lowerBound..<end
    }
    return unmarked(range.lowerBound..<end, in: text)
  }

  /// An apostrophe before a lower-case letter is part of a word: `'t Hart`.
  private func unmarked(_ range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    var first = range.lowerBound + 1
    var end = range.upperBound
    let mark = text[range.lowerBound] == UInt8(ascii: "=") ? UInt8(ascii: "\"") : UInt8(ascii: "'")
    if mark == UInt8(ascii: "\"") {
      guard first < end, text[first] == mark else { return range }
    } else if first < end, text[end - 1] != mark,
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[first])
    {
      return range
    }
    while first < end, text[first] == mark { first += 1 }
    while first < end, text[end - 1] == mark { end -= 1 }
    return first..<end
  }
}

// MARK: Quoted cells

extension DelimitedReaderSplitter {
  /// The quoted cell whose opening quote is at `opening`, or nil where no quote closes it.
  private mutating func quotedCell(
    in text: Span<UInt8>, from opening: Int, isAtEnd: Bool
  ) -> DelimitedReaderCell? {
    guard let close = closingQuote(in: text, from: opening + 1, isAtEnd: isAtEnd) else {
      return nil
    }
    var border = close + 1
    while border < text.count, isSpace(text[border]) { border += 1 }
    var first = opening + 1
    while first < close, isSpace(text[first]) { first += 1 }
    var split = cell(of: first..<border, in: text, isAtEnd)
    split.value = trimmed(first..<close, in: text)
    return split
  }

  /// The position of the quote that closes the cell whose content begins at `start`.
  ///
  /// Counts the line breaks up to there. What is a pair of quotes (an escaped one) does not depend
  /// on where a search begins, unless it begins within a row of quotes; so that row is looked at
  /// first, and the rest of what an earlier search has seen is left out.
  private mutating func closingQuote(
    in text: Span<UInt8>, from start: Int, isAtEnd: Bool
  ) -> Int? {
    let limit = min(start + Self.quotedByteLimit, text.count)
    let lastLineBreak = lineBreakCount + Self.quotedLineLimit
    var position = start
    while position < limit, text[position] == quote {
      let isPair = position + 1 < text.count && text[position + 1] == quote
      if !isPair, isClosing(position, in: text, isAtEnd) { return position }
      position += isPair ? 2 : 1
    }
    var lineBreaks = lineBreakCount
    if searched.end > position { (position, lineBreaks) = searched }
    while position < limit, lineBreaks <= lastLineBreak {
      position = quotes.next(in: text, from: position)
      guard position < limit else { break }
      let next = position + 1 < text.count ? text[position + 1] : nil
      if text[position] != quote {
        if text[position] == UInt8(ascii: "\n") || next != UInt8(ascii: "\n") { lineBreaks += 1 }
      } else if next == quote {
        position += 1
      } else if isClosing(position, in: text, isAtEnd) {
        lineBreakCount = lineBreaks
        return position
      }
      position += 1
    }
    searched = (position, lineBreaks)
    return nil
  }

  /// Whether a border or the end of the text follows the quote, after some spaces at most.
  private func isClosing(_ closing: Int, in text: Span<UInt8>, _ isAtEnd: Bool) -> Bool {
    var position = closing + 1
    let limit = position + Self.spacesBehindQuoteLimit
    while position < min(limit, text.count), isSpace(text[position]) { position += 1 }
    return position < text.count ? isBorder(text[position]) : isAtEnd
  }
}
