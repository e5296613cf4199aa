// Names that a list behind SELECT gives its values: `'x' AS naam`.

extension SQLReader {
  /// A name is sought this far behind the beginning of a value.
  private static let aliasByteLimit = lookahead - SQLToken.nameByteLimit - 2

  /// The name that the item of a SELECT gets whose value begins at `start`, behind its quote.
  func alias(in text: Span<UInt8>, behind start: Int) -> Range<Int>? {
    let limit = min(start + Self.aliasByteLimit, text.count)
    var position = start
    if case .string(let quote, _, _) = inside {
      position = stringEnd(quote, in: text, from: position, limit)
    }
    var depth = statement.depth
    var alias: Range<Int>?
    var isBehindValue = true
    while position < limit {
      if text[position].isSQLSpaceOrLineFeed {
        position += 1
        continue
      }
      if text[position] == UInt8(ascii: "'") {
        position = stringEnd(UInt8(ascii: "'"), in: text, from: position + 1, limit)
        (alias, isBehindValue) = (nil, true)
        continue
      }
      let (token, end) = SQLToken.token(in: text, at: position)
      position = end
      if depth == statement.itemDepth, endsItem(token) { return alias }
      switch token {
      case .word(.as, _): alias = nil
      case .word(_, let range), .name(let range):
        alias = isBehindValue && depth == statement.itemDepth ? range : nil
        isBehindValue = true
      case .number: (alias, isBehindValue) = (nil, true)
      case .mark(let mark):
        if mark == UInt8(ascii: "(") { depth += 1 }
        if mark == UInt8(ascii: ")") { depth -= 1 }
        (alias, isBehindValue) = (nil, mark == UInt8(ascii: ")"))
      }
    }
    return limit == text.count ? alias : nil
  }

  private func endsItem(_ token: SQLToken) -> Bool {
    switch token {
    case .word(let word, _): word != .as && SQLWord.separators.contains(word)
    case .mark(let mark): ",);".utf8.contains(mark)
    case .name, .number: false
    }
  }

  /// The position behind the quote that ends a string, or `limit`.
  private func stringEnd(
    _ quote: UInt8, in text: Span<UInt8>, from start: Int, _ limit: Int
  ) -> Int {
    var position = start
    while position < limit {
      if text[position] == quote {
        guard position + 1 < limit, text[position + 1] == quote else { return position + 1 }
        position += 1
      }
      position += 1
    }
    return limit
  }
}
