/// The shape of a script that puts rows into a database.
enum SQLShape {
  /// Whether the text begins with a statement of SQL and makes or fills a table in its head.
  static func fits(_ text: Span<UInt8>) -> Bool {
    var start = firstStatement(text)
    guard start < text.count, isStart(text, at: start) else { return false }
    while start < text.count {
      if fills(text, at: start) { return true }
      start = text.skippingSpace(from: text.lineEnd(from: start))
    }
    return false
  }

  /// Behind comments (`--`, `#`, `/* */`) and the commands of psql (`\connect`) and SQL*Plus (`REM`).
  private static func firstStatement(_ text: Span<UInt8>) -> Int {
    var position = text.skippingSpace(from: 0)
    while position < text.count {
      if text.has("--", at: position) || text.has("#", at: position)
        || text.has("\\", at: position)
        || commands.contains(where: { isWord($0, text, at: position) })
      {
        position = text.lineEnd(from: position)
      } else if text.has("/*", at: position) {
        position += 2
        while position < text.count, !text.has("*/", at: position) { position += 1 }
        position += 2
        if text.has(";", at: position) { position += 1 }
      } else {
        return position
      }
      position = text.skippingSpace(from: min(position, text.count))
    }
    return position
  }

  private static func isStart(_ text: Span<UInt8>, at position: Int) -> Bool {
    starts.contains { isWord($0, text, at: position) }
  }

  /// Whether a statement at `position` makes a table or puts rows into one.
  private static func fills(_ text: Span<UInt8>, at position: Int) -> Bool {
    var words = Words(position: position)
    if words.skip("insert", text) || words.skip("replace", text) || words.skip("upsert", text) {
      return putsRows(&words, text)
    }
    if words.skip("update", text) {
      words.skipName(text)
      guard words.skip("set", text) else { return false }
      words.skipName(text)
      return text.has("=", at: words.position)
    }
    if words.skip("merge", text), words.skip("into", text) {
      return words.skipTable(text, before: "using")
        && (text.has("(", at: words.position) || words.skipTable(text, before: "on"))
    }
    if words.skip("create", text) {
      for word: StaticString in [
        "or", "replace", "global", "local", "temporary", "temp", "unlogged",
      ] { _ = words.skip(word, text) }
      guard words.skip("table", text) else { return false }
      for word: StaticString in ["if", "not", "exists"] { _ = words.skip(word, text) }
      words.skipName(text)
      return text.has("(", at: words.position) || words.skip("as", text)
    }
    if words.skip("copy", text) {
      words.skipName(text)
      while words.position < text.count, text[words.position] != UInt8(ascii: "\n") {
        if words.skip("from", text) { return words.skip("stdin", text) }
        words.skipByte(text)
      }
    }
    return false
  }

  /// Whether what follows INSERT puts rows into a table; the word INTO may be missing (SQL Server).
  private static func putsRows(_ words: inout Words, _ text: Span<UInt8>) -> Bool {
    if words.skip("all", text) || words.skip("first", text) {
      return words.skip("into", text) || words.skip("when", text)
    }
    for word: StaticString in ["ignore", "low_priority", "delayed", "or", "replace"] {
      _ = words.skip(word, text)
    }
    let isInto = words.skip("into", text) || text.has("[", at: words.position)
    words.skipName(text)
    let isListed = text.has("(", at: words.position)
    if isListed {
      if isInto { return true }
      words.skipList(text)
    }
    if words.skip("values", text) { return isInto || text.has("(", at: words.position) }
    return (isInto || isListed) && (words.skip("select", text) || words.skip("default", text))
  }

  fileprivate static func isWord(
    _ word: StaticString, _ text: Span<UInt8>, at position: Int
  ) -> Bool {
    guard text.hasIgnoringCase(word, at: position) else { return false }
    let end = position + word.utf8CodeUnitCount
    return end == text.count
      || !(text[end].isLetter || text[end].isDigit || text[end] == UInt8(ascii: "_"))
  }

  private static let starts: [StaticString] = [
    "insert", "replace", "create", "copy", "set", "drop", "use", "begin", "start", "lock",
    "pragma", "alter", "delimiter", "select", "go", "truncate", "delete", "update", "if",
    "declare", "with", "grant", "exec", "print", "upsert", "merge",
  ]

  /// What SQL*Plus does itself, to the end of the line.
  private static let commands: [StaticString] = [
    "rem", "remark", "prompt", "spool", "whenever", "define", "column", "accept", "connect",
  ]
}

/// Goes through the words and names of one statement.
private struct Words {
  private(set) var position: Int

  init(position: Int) {
    self.position = position
  }

  /// Passes over `word` and the space behind it, if it is there.
  mutating func skip(_ word: StaticString, _ text: Span<UInt8>) -> Bool {
    guard SQLShape.isWord(word, text, at: position) else { return false }
    position = text.skippingSpace(from: position + word.utf8CodeUnitCount)
    return true
  }

  mutating func skipByte(_ text: Span<UInt8>) {
    position = min(position + 1, text.count)
  }

  /// Passes over a table, the name that it gets and the word behind them; false where that is missing.
  mutating func skipTable(_ text: Span<UInt8>, before word: StaticString) -> Bool {
    skipName(text)
    if skip(word, text) { return true }
    _ = skip("as", text)
    skipName(text)
    return skip(word, text)
  }

  /// Passes over what stands in parentheses, in which there are none.
  mutating func skipList(_ text: Span<UInt8>) {
    while position < text.count, text[position] != UInt8(ascii: ")") { position += 1 }
    position = text.skippingSpace(from: min(position + 1, text.count))
  }

  /// Passes over the name of a table, which may be in parts and in quotes.
  mutating func skipName(_ text: Span<UInt8>) {
    var quote: UInt8?
    while position < text.count {
      let byte = text[position]
      if byte == quote {
        quote = nil
      } else if quote == nil {
        if byte.isSpace || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "=") { break }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") { quote = byte }
        if byte == UInt8(ascii: "[") { quote = UInt8(ascii: "]") }
      }
      position += 1
    }
    position = text.skippingSpace(from: position)
  }
}
