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
      if SQLWord.separators.contains(word) {
        statement.name = []
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

  private mutating func passMark(
    _ mark: UInt8, in text: Span<UInt8>, at end: Int, isAtValue: Bool
  ) {
    switch mark {
    case UInt8(ascii: ";"):
      endStatement()
    case UInt8(ascii: "("):
      statement.depth += 1
      statement.isAtItemStart = isAtValue
    case UInt8(ascii: ")"): statement.depth = max(statement.depth - 1, 0)
    case UInt8(ascii: ","):
      if statement.depth == 0 { statement.name = [] }
      statement.isAtItemStart = statement.depth > 0
    case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"): statement.isAtItemStart = true
    default: break
    }
  }

  private func isFunction(in text: Span<UInt8>, from start: Int) -> Bool {
    var position = start
    while position < min(start + 8, text.count), text[position].isSQLSpace { position += 1 }
    return position < text.count && text[position] == UInt8(ascii: "(")
  }

  /// Opens the field of a value that stands behind a name.
  mutating func openValue(in text: Span<UInt8>, at position: Int) {
    statement.column += 1
    let label = statement.name.isEmpty ? TextLayout.noLabel : window.label(statement.name)
    openField(.value, label: label, column: statement.column, in: text, at: position)
  }
}
