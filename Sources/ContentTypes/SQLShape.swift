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

  /// Behind comments (`--`, `#`, `/* */`) and the commands of psql (`\connect`).
  private static func firstStatement(_ text: Span<UInt8>) -> Int {
    var position = text.skippingSpace(from: 0)
    while position < text.count {
      if text.has("--", at: position) || text.has("#", at: position)
        || text.has("\\", at: position)
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
    if words.skip("insert", text) || words.skip("replace", text) {
      for word: StaticString in ["ignore", "low_priority", "delayed", "or", "replace"] {
        _ = words.skip(word, text)
      }
      guard words.skip("into", text) || text.has("[", at: words.position) else { return false }
      words.skipName(text)
      return text.has("(", at: words.position) || words.skip("values", text)
        || words.skip("select", text) || words.skip("default", text)
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
    "declare", "with", "grant", "exec", "print",
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

  /// Passes over the name of a table, which may be in parts and in quotes.
  mutating func skipName(_ text: Span<UInt8>) {
    var quote: UInt8?
    while position < text.count {
      let byte = text[position]
      if byte == quote {
        quote = nil
      } else if quote == nil {
        if byte.isSpace || byte == UInt8(ascii: "(") { break }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") { quote = byte }
        if byte == UInt8(ascii: "[") { quote = UInt8(ascii: "]") }
      }
      position += 1
    }
    position = text.skippingSpace(from: position)
  }
}
