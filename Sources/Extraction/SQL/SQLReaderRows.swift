import ScanModel

// Rows: those of VALUES, and those of COPY.

extension SQLReader {
  /// Passes rows in parentheses, up to a line break, a string or their end.
  mutating func passTuples(_ text: Span<UInt8>, at start: Int, _ end: Int) -> Int {
    var position = start
    while position < end {
      let byte = text[position]
      if byte == UInt8(ascii: "\n") {
        if open == .segment { closeField(in: text, at: position) }
        return endLine(at: position)
      }
      if let behind = beginComment(in: text, at: position) { return behind }
      if statement.depth == 0 {
        guard let next = passBetweenTuples(byte, in: text, at: position) else { return position }
        position = next
        if mode != .tuples { return position }
      } else if open == .value {
        if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
          return beginString(in: text, at: position, isField: false)
        }
        passExpression(byte, in: text, at: position)
        position += 1
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        return beginString(in: text, at: position, isField: true)
      } else {
        position = beginValue(byte, in: text, at: position)
      }
    }
    return position
  }

  /// The position behind what separates rows; nil where there is something else.
  private mutating func passBetweenTuples(
    _ byte: UInt8, in text: Span<UInt8>, at position: Int
  ) -> Int? {
    switch byte {
    case UInt8(ascii: "("):
      statement.depth = 1
      statement.column = 1
    case UInt8(ascii: ";"): endStatement()
    case UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
    default:
      if case (.word(let word, _), let end) = SQLToken.token(in: text, at: position) {
        if word == .values || word == .value { return end }
        if word == .into {
          statement = SQLStatement()
          headStart = nil
          mode = .insert
          return end
        }
      }
      beginAssignments()
      return nil
    }
    return position + 1
  }

  /// Passes what stands before a value, or opens the field of an expression.
  private mutating func beginValue(
    _ byte: UInt8, in text: Span<UInt8>, at position: Int
  ) -> Int {
    switch byte {
    case UInt8(ascii: ","): statement.column += 1
    case UInt8(ascii: ")"): statement.depth = 0
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
    default:
      if let quote = quoteBehindPrefix(in: text, at: position) { return quote }
      openField(
        .value, label: statement.columnLabel, column: statement.column, in: text, at: position)
      passExpression(byte, in: text, at: position)
    }
    return position + 1
  }

  /// Follows the parentheses and brackets of an expression; closes its field where it ends.
  private mutating func passExpression(_ byte: UInt8, in text: Span<UInt8>, at position: Int) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["): statement.depth += 1
    case UInt8(ascii: ")"):
      statement.depth -= 1
      if statement.depth == 0 { closeField(in: text, at: position) }
    case UInt8(ascii: "]") where statement.depth > 1: statement.depth -= 1
    case UInt8(ascii: ",") where statement.depth == 1:
      closeField(in: text, at: position)
      statement.column += 1
    default: break
    }
  }

  /// The quote of a string with a prefix: `N'…'`, `E'…'`, `X'…'`, `_utf8'…'`, `_binary '…'`.
  private func quoteBehindPrefix(in text: Span<UInt8>, at start: Int) -> Int? {
    guard case (.word(_, let range), var end) = SQLToken.token(in: text, at: start) else {
      return nil
    }
    if text[start] == UInt8(ascii: "_") {
      while end < min(range.upperBound + 8, text.count), text[end].isSQLSpace { end += 1 }
    } else if range.count > 1 || !"NEBXnebx".utf8.contains(text[start]) {
      return nil
    }
    return end < text.count && text[end] == UInt8(ascii: "'") ? end : nil
  }

  /// Passes rows of COPY: cells with tabs between them, up to a line `\.`.
  mutating func passCopyRows(_ text: Span<UInt8>, at start: Int, _ end: Int) -> Int {
    var position = start
    if statement.column == 1, open == .none, isEndOfCopy(in: text, at: position) {
      endStatement()
      return position + 2
    }
    while position < end {
      switch text[position] {
      case UInt8(ascii: "\t"):
        closeField(in: text, at: position)
        statement.column += 1
      case UInt8(ascii: "\n"):
        closeField(in: text, at: position)
        statement.column = 1
        return endLine(at: position)
      case UInt8(ascii: " ") where open == .none: break
      default:
        if open == .none {
          openField(
            .value, label: statement.columnLabel, column: statement.column, in: text, at: position)
        }
      }
      position += 1
    }
    return position
  }

  private func isEndOfCopy(in text: Span<UInt8>, at position: Int) -> Bool {
    guard position + 1 < text.count, text[position] == UInt8(ascii: "\\"),
      text[position + 1] == UInt8(ascii: ".")
    else { return false }
    return position + 2 >= text.count || text[position + 2].isSQLSpaceOrLineFeed
  }
}
