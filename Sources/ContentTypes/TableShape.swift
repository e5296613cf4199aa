/// The shape of tables whose cells a character parts: CSV, TSV and the like.
enum TableShape {
  /// The delimiter of the table that `head` is the beginning of; nil where it is none.
  ///
  /// Of the delimiters whose records agree in their number of cells, the one with the most cells.
  static func delimiter(of head: Span<UInt8>, isLog: Bool, isWhole: Bool) -> Delimiter? {
    let text = head.extracting(first: 16 << 10)
    if let declared = declaredDelimiter(text) { return declared }
    guard !isLog else { return nil }
    if text.position(of: RecordSeparators.separator, in: 0..<text.count) < text.count {
      var lines = text.withUnsafeBufferPointer { Array($0) }
      var separators = RecordSeparators()
      separators.makeLines(in: &lines, startingAt: 0)
      return bestDelimiter(of: lines.span, isCut: !isWhole || text.count < head.count)
    }
    return bestDelimiter(of: text, isCut: !isWhole || text.count < head.count)
  }

  private static func bestDelimiter(of text: Span<UInt8>, isCut: Bool) -> Delimiter? {
    var best: (delimiter: Delimiter, score: Double)?
    let lineFeeds = BytePlaces(of: UInt8(ascii: "\n"), in: text)
    // The likelier first: a later one must have more cells.
    for delimiter in [
      Delimiter.tab, .semicolon, .pipe, .comma, .caret, .tilde, .startOfHeading, .unitSeparator,
    ]
    where text.position(of: delimiter.rawValue, in: 0..<text.count) < text.count {
      guard
        let records = TableRecords(
          of: text, delimiter: delimiter.rawValue, lineFeeds: lineFeeds, isCut: isCut),
        let score = score(records, delimiter, of: text)
      else { continue }
      if score > best?.score ?? 0 { best = (delimiter, score) }
    }
    return best?.delimiter
  }

  /// `sep=;` on the first line, as Excel reads it.
  private static func declaredDelimiter(_ text: Span<UInt8>) -> Delimiter? {
    guard text.hasIgnoringCase("sep=", at: 0), text.count > 4 else { return nil }
    let line = text.lineEnd(from: 0)
    guard line == 5 || line == 6 && text[5] == UInt8(ascii: "\r") else { return nil }
    return Delimiter(rawValue: text[4])
  }

  /// How well the records make a table, by their number of cells; nil where they make none.
  private static func score(
    _ records: TableRecords, _ delimiter: Delimiter, of text: Span<UInt8>
  ) -> Double? {
    guard let columns = records.columns(), !records.hasStrayQuotes else { return nil }
    guard columns.count - (columns.isLastEmpty ? 1 : 0) >= 2 else { return nil }
    let isNarrow = columns.count == 2
    if isNarrow && columns.averageLength > 80 && delimiter != .tab { return nil }
    switch delimiter {
    case .semicolon, .startOfHeading, .unitSeparator: break
    case .caret, .tilde:
      if isNarrow || columns.isFirstEmpty { return nil }
    case .tab:
      // Lines that a tab indents.
      if columns.isFirstEmpty { return nil }
    case .pipe:
      // Such tables are drawn with bars and read as running text, which knows their rulers.
      if columns.isFirstEmpty || records.hasRuler { return nil }
    case .comma:
      if isNarrow && columns.isDecimals { return nil }
      if text.hasAlignedHeader(aboveFirst: delimiter.rawValue) { return nil }
      let isProse = columns.isSpaced && (isNarrow || columns.matchCount < 3)
      if (isProse || columns.averageLength > 60) && !columns.hasValues { return nil }
      if columns.isSpaced && columns.consistency < 0.9 { return nil }
    }
    return Double(columns.count) * columns.consistency
  }
}

extension Span<UInt8> {
  /// Whether a line above that of the first `delimiter` has three segments, with two spaces or more between
  /// them: the header of a table that spaces align.
  fileprivate func hasAlignedHeader(aboveFirst delimiter: UInt8) -> Bool {
    var gapCount = 0
    var spaceCount = 0
    var hasContent = false
    var isHeader = false
    for index in indices {
      switch self[index] {
      case delimiter: return isHeader
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        isHeader = isHeader || gapCount >= 2
        (gapCount, spaceCount, hasContent) = (0, 0, false)
      case UInt8(ascii: " "): spaceCount += 1
      default:
        if hasContent, spaceCount >= 2 { gapCount += 1 }
        spaceCount = 0
        hasContent = true
      }
    }
    return false
  }
}
