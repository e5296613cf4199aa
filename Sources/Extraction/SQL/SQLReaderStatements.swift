import ScanModel

// Statements: where they begin, and their tokens.

extension SQLReader {
  /// Passes text between statements up to the end of its line or the next statement.
  mutating func passText(_ text: Span<UInt8>, at start: Int, _ end: Int) -> Int {
    var position = start
    let byte = text[position]
    if byte == UInt8(ascii: "\n") {
      closeField(in: text, at: position)
      isAtStatementStart = true
      return endLine(at: position)
    }
    if byte.isSQLSpace { return position + 1 }
    if byte == UInt8(ascii: ";") {
      isAtStatementStart = true
      return position + 1
    }
    if open == .none { openField(.segment, in: text, at: position) }
    if isAtStatementStart {
      if let head = lastHead, let headEnd = head.end(in: text, at: position) {
        begin(.insert)
        beginTuples(columns: head.columns, in: text, at: headEnd)
        return headEnd
      }
      if let (word, wordEnd) = statementWord(in: text, at: position) {
        begin(word)
        headStart = position
        if mode != .text { return wordEnd }
      }
    }
    isAtStatementStart = false
    while position < end, text[position] != UInt8(ascii: "\n"), text[position] != UInt8(ascii: ";")
    {
      position += 1
    }
    return position
  }

  /// Looks whether a line begins a statement though the one before it has no end.
  mutating func beginLine(in text: Span<UInt8>, at start: Int) {
    isAtLineStart = false
    switch mode {
    case .text, .copyRows, .copyLineEnd: return
    default: break
    }
    var position = start
    let limit = min(start + 64, text.count)
    while position < limit, text[position].isSQLSpace { position += 1 }
    guard let (word, end) = statementWord(in: text, at: position) else { return }
    if word == .select, mode == .insert || statement.isUnion { return }
    let isWithin = inside != .nothing || statement.depth > 0
    guard !isWithin || (position == start && isDumpStatement(word, in: text, at: end)) else {
      return
    }
    closeField(in: text, at: start)
    inside = .nothing
    mode = .text
    isAtStatementStart = true
  }

  /// The word that begins a statement at `start`, and the position behind it.
  ///
  /// Functions of that name (`REPLACE(…)`) and names that begin so are none.
  private func statementWord(in text: Span<UInt8>, at start: Int) -> (SQLWord, end: Int)? {
    guard start < text.count,
      case (.word(let word, _), let end) = SQLToken.token(in: text, at: start),
      word.beginsStatement
    else { return nil }
    var next = end
    while next < min(end + 64, text.count), text[next].isSQLSpaceOrLineFeed { next += 1 }
    guard next > end || next == text.count || text[next] == UInt8(ascii: "[") else { return nil }
    if next < text.count, text[next] == UInt8(ascii: "(") { return nil }
    return (word, end)
  }

  /// Whether the statement is INSERT INTO, REPLACE INTO or CREATE TABLE.
  private func isDumpStatement(_ word: SQLWord, in text: Span<UInt8>, at end: Int) -> Bool {
    let start = end + 1
    guard start < text.count, case (.word(let second, _), _) = SQLToken.token(in: text, at: start)
    else { return false }
    switch word {
    case .insert, .replace, .upsert: return second == .into
    case .create: return second == .table
    default: return false
    }
  }

  private mutating func begin(_ word: SQLWord) {
    statement = SQLStatement()
    switch word {
    case .insert, .replace, .upsert: mode = .insert
    case .create:
      mode = .create
      statement.stage = .kind
    case .copy: mode = .copy
    case .go: mode = .text
    default:
      mode = .assignments
      if word == .select { statement.beginSelect() }
    }
  }

  /// Passes one token of a statement.
  mutating func passCode(_ text: Span<UInt8>, at position: Int) -> Int {
    let byte = text[position]
    if byte == UInt8(ascii: "\n") {
      closeField(in: text, at: position)
      if mode == .copyLineEnd { mode = .copyRows }
      return endLine(at: position)
    }
    if byte.isSQLSpace { return position + 1 }
    if open == .none { openField(.segment, in: text, at: position) }
    if let behind = beginComment(in: text, at: position) { return behind }
    if byte == UInt8(ascii: "'") {
      return beginString(in: text, at: position, isField: mode == .assignments)
    }
    let (token, end) = SQLToken.token(in: text, at: position)
    if byte == UInt8(ascii: "`") { isMySQL = true }
    switch mode {
    case .create: takeCreate(token, in: text, end)
    case .insert: takeInsert(token, in: text, end)
    case .copy: takeCopy(token, in: text)
    case .assignments: return passAssignment(token, in: text, from: position, to: end)
    default: break
    }
    return end
  }

  mutating func beginTuples(columns: [Int32], in text: Span<UInt8>, at position: Int) {
    closeField(in: text, at: position)
    statement.columns = columns
    mode = .tuples
  }

  mutating func endStatement() {
    mode = .text
    isAtStatementStart = true
  }
}
