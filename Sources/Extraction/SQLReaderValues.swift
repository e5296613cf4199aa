import ScanModel

// Values: rows of VALUES and COPY, and what stands behind a name.

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

  /// Follows the parentheses of an expression; closes its field where it ends.
  private mutating func passExpression(_ byte: UInt8, in text: Span<UInt8>, at position: Int) {
    switch byte {
    case UInt8(ascii: "("): statement.depth += 1
    case UInt8(ascii: ")"):
      statement.depth -= 1
      if statement.depth == 0 { closeField(in: text, at: position) }
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

// MARK: Values behind names

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
  private mutating func openValue(in text: Span<UInt8>, at position: Int) {
    statement.column += 1
    let label = statement.name.isEmpty ? TextLayout.noLabel : window.label(statement.name)
    openField(.value, label: label, column: statement.column, in: text, at: position)
  }
}

// MARK: Strings and comments

extension SQLReader {
  /// Enters the string whose opening quote is at `quote`; with `isField` it is a value by itself.
  mutating func beginString(in text: Span<UInt8>, at quote: Int, isField: Bool) -> Int {
    let prefix = byte(before: quote, in: text)
    let isPrefixed =
      (prefix == UInt8(ascii: "E") || prefix == UInt8(ascii: "e"))
      && !byte(before: quote - 1, in: text).isSQLWordByte
    inside = .string(quote: text[quote], escapes: isPrefixed || isMySQL, isField: isField)
    if isField, mode == .tuples {
      openField(
        .value, label: statement.columnLabel, column: statement.column, in: text, at: quote + 1)
    } else if isField {
      openValue(in: text, at: quote + 1)
    }
    return quote + 1
  }

  mutating func passString(
    _ quote: UInt8, _ escapes: Bool, _ isField: Bool, in text: Span<UInt8>, at start: Int,
    _ end: Int
  ) -> Int {
    var position = start
    while position < end {
      let byte = text[position]
      if byte == UInt8(ascii: "\n") {
        if open == .segment { closeField(in: text, at: position) }
        return endLine(at: position)
      }
      if open == .none, !byte.isSQLSpace { openField(.segment, in: text, at: position) }
      let next = position + 1 < text.count ? text[position + 1] : 0
      if byte == quote {
        if next != quote {
          if isField { closeField(in: text, at: position) }
          inside = .nothing
          return position + 1
        }
        position += 1
      } else if byte == UInt8(ascii: "\\") {
        if next == byte || (next == quote && (escapes || !endsValue(in: text, at: position + 1))) {
          position += 1
        }
      }
      position += 1
    }
    return position
  }

  /// Whether the quote that stands behind a backslash ends a value in what follows it.
  ///
  /// In standard SQL a backslash is a character (`'C:\map\'`), in MySQL it escapes the quote.
  private func endsValue(in text: Span<UInt8>, at quote: Int) -> Bool {
    var position = quote + 1
    while position < min(quote + 8, text.count), text[position].isSQLSpace { position += 1 }
    return position >= text.count || ",);\n".utf8.contains(text[position])
  }

  /// Enters a comment that begins at `position`, if one does; returns the position behind its mark.
  ///
  /// It is part of an open field or of a line, or else a field.
  mutating func beginComment(in text: Span<UInt8>, at position: Int) -> Int? {
    let byte = text[position]
    guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/"), position + 1 < text.count else {
      return nil
    }
    if byte == UInt8(ascii: "-"), text[position + 1] == byte {
      inside = .lineComment
    } else if byte == UInt8(ascii: "/"), text[position + 1] == UInt8(ascii: "*") {
      inside = .blockComment
    } else {
      return nil
    }
    if open == .none { openField(.segment, in: text, at: position) }
    return position + 2
  }

  mutating func passComment(in text: Span<UInt8>, at start: Int, _ end: Int) -> Int {
    var position = start
    while position < end {
      let byte = text[position]
      if byte == UInt8(ascii: "\n") {
        if inside == .lineComment {
          inside = .nothing
          return position
        }
        if open == .segment { closeField(in: text, at: position) }
        return endLine(at: position)
      }
      if open == .none, !byte.isSQLSpace { openField(.segment, in: text, at: position) }
      if inside == .blockComment, byte == UInt8(ascii: "*"), position + 1 < text.count,
        text[position + 1] == UInt8(ascii: "/")
      {
        inside = .nothing
        if mode == .tuples, open == .segment { closeField(in: text, at: position + 2) }
        return position + 2
      }
      position += 1
    }
    return position
  }
}
