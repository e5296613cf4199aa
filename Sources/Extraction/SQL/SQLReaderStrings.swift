import ScanModel

// Strings and comments.

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
