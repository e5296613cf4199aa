import ScanModel

// Values that stand behind a name: UPDATE, DELETE, SELECT and the like.

extension SQLReader {
  mutating func beginAssignments() {
    mode = .assignments
    statement = SQLStatement()
  }

  /// Takes a token of a statement such as UPDATE; returns the position behind it.
  ///
  /// Numbers, and strings in double quotes behind an operator, are values of the last name.
  mutating func passAssignment(
    _ token: SQLToken, in text: Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    let isAtValue = statement.isAtItemStart
    statement.isAtItemStart = false
    switch token {
    case .word(let word, let range):
      if end < text.count, text[end] == UInt8(ascii: "'"), range.count == 1 { return end }
      if word == .insert, !isAtValue {
        statement = SQLStatement()
        mode = .insert
        return end
      }
      statement.isUnion = word == .union || (word == .all && statement.isUnion)
      if SQLWord.separators.contains(word) {
        passSeparator(word)
      } else if SQLWord.types.contains(word), isString(in: text, from: end) {
        return end
      } else if SQLWord.operators.contains(word) {
        statement.isAtItemStart = true
      } else if !isFunction(in: text, from: end) {
        statement.name = bytes(in: text, range)
      }
    case .name where isAtValue && text[start] == UInt8(ascii: "\""):
      return beginString(in: text, at: start, isField: true)
    case .name(let range): statement.name = bytes(in: text, range)
    case .number:
      openValue(in: text, at: start)
      closeField(in: text, at: end)
    case .mark(let mark): passMark(mark, in: text, at: end, isAtValue: isAtValue)
    }
    return end
  }

  private mutating func passSeparator(_ word: SQLWord) {
    statement.name = []
    if word == .select {
      statement.beginSelect()
    } else if word == .from || word == .union, statement.depth <= statement.itemDepth {
      statement.item = 0
    }
  }

  private mutating func passMark(
    _ mark: UInt8, in text: Span<UInt8>, at end: Int, isAtValue: Bool
  ) {
    switch mark {
    case UInt8(ascii: ";"):
      endStatement()
    case UInt8(ascii: "("):
      statement.depth += 1
      statement.isAtItemStart = isAtValue
    case UInt8(ascii: ")"):
      statement.depth = max(statement.depth - 1, 0)
      if statement.depth < statement.itemDepth { statement.item = 0 }
    case UInt8(ascii: ","):
      let endsItem = statement.item > 0 && statement.depth == statement.itemDepth
      if endsItem { statement.item += 1 }
      if endsItem || statement.depth == 0 { statement.name = [] }
      statement.isAtItemStart = statement.depth > 0 && !endsItem
    case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"): statement.isAtItemStart = true
    default: break
    }
  }

  private func isFunction(in text: Span<UInt8>, from start: Int) -> Bool {
    next(in: text, from: start) == UInt8(ascii: "(")
  }

  private func isString(in text: Span<UInt8>, from start: Int) -> Bool {
    next(in: text, from: start) == UInt8(ascii: "'")
  }

  /// The byte behind up to eight spaces from `start` on.
  private func next(in text: Span<UInt8>, from start: Int) -> UInt8? {
    var position = start
    while position < min(start + 8, text.count), text[position].isSQLSpace { position += 1 }
    return position < text.count ? text[position] : nil
  }

  /// Opens the field of a value that stands behind a name, or in a list behind SELECT.
  mutating func openValue(in text: Span<UInt8>, at position: Int) {
    statement.column += 1
    openField(
      .value, label: valueLabel(in: text, at: position), column: statement.column, in: text,
      at: position)
  }

  private mutating func valueLabel(in text: Span<UInt8>, at position: Int) -> Int32 {
    if !statement.name.isEmpty { return window.label(statement.name) }
    guard statement.item > 0 else { return TextLayout.noLabel }
    if let alias = alias(in: text, behind: position) { return window.label(bytes(in: text, alias)) }
    return statement.itemLabel
  }
}
