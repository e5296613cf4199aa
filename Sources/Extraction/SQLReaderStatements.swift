import ScanModel

// Statements: where they begin, and which columns they name.

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
    if isAtStatementStart, let (word, wordEnd) = statementWord(in: text, at: position) {
      begin(word)
      if mode != .text { return wordEnd }
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
    let isWithin = inside != .nothing || statement.depth > 0
    guard isWithin ? position == start && isDumpStatement(word, in: text, at: end) : true else {
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
    guard start < text.count, case (.word(let word, _), let end) = SQLToken.token(in: text, at: start),
      word.beginsStatement
    else { return nil }
    var next = end
    while next < min(end + 64, text.count), text[next].isSQLSpaceOrLineFeed { next += 1 }
    guard next > end || next == text.count || text[next] == UInt8(ascii: "[") else { return nil }
    if next < text.count, text[next] == UInt8(ascii: "(") { return nil }
    return (word, end)
  }

  /// Whether INTO or TABLE is the second word.
  private func isDumpStatement(_ word: SQLWord, in text: Span<UInt8>, at end: Int) -> Bool {
    let start = end + 1
    guard start < text.count, case (.word(let second, _), _) = SQLToken.token(in: text, at: start)
    else { return false }
    return word == .create ? second == .table : second == .into
  }

  private mutating func begin(_ word: SQLWord) {
    statement = SQLStatement()
    switch word {
    case .insert, .replace: mode = .insert
    case .create:
      mode = .create
      statement.stage = .kind
    case .copy: mode = .copy
    case .go: mode = .text
    default: mode = .assignments
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

  mutating func endStatement() {
    mode = .text
    isAtStatementStart = true
  }
}

// MARK: The heads of statements

extension SQLReader {
  private mutating func takeCreate(_ token: SQLToken, in text: Span<UInt8>, _ end: Int) {
    if case .mark(UInt8(ascii: ";")) = token { return endStatement() }
    switch statement.stage {
    case .kind:
      guard case .word(let word, _) = token else { return mode = .text }
      if word == .table {
        statement.stage = .table
      } else if !SQLWord.tableModifiers.contains(word) {
        mode = .text
      }
    case .table: takeTable(token, in: text)
    case .columns: takeDefinition(token, in: text, end)
    case .rest: break
    }
  }

  /// Takes a token of the list of columns with their types, and of keys and constraints.
  private mutating func takeDefinition(_ token: SQLToken, in text: Span<UInt8>, _ end: Int) {
    let isColumn = statement.isAtItemStart
    statement.isAtItemStart = false
    switch token {
    case .word(let word, let range):
      guard isColumn, !SQLWord.constraints.contains(word) else { return }
      if SQLWord.mayBeConstraints.contains(word), isMySQL || isListOrName(in: text, from: end) {
        return
      }
      statement.columns.append(window.label(bytes(in: text, range)))
    case .name(let range):
      if isColumn { statement.columns.append(window.label(bytes(in: text, range))) }
    case .mark(UInt8(ascii: "(")): statement.depth += 1
    case .mark(UInt8(ascii: ",")): statement.isAtItemStart = statement.depth == 1
    case .mark(UInt8(ascii: ")")):
      statement.depth -= 1
      guard statement.depth == 0 else { return }
      tables.add(statement.table, columns: statement.columns)
      statement.stage = .rest
    case .mark, .number: break
    }
  }

  private func isListOrName(in text: Span<UInt8>, from start: Int) -> Bool {
    var position = start
    while position < min(start + 8, text.count), text[position].isSQLSpace { position += 1 }
    guard position < text.count else { return false }
    return "(\"`[".utf8.contains(text[position])
  }

  private mutating func takeInsert(_ token: SQLToken, in text: Span<UInt8>, _ end: Int) {
    if case .mark(UInt8(ascii: ";")) = token { return endStatement() }
    if case .word(let word, _) = token {
      if word == .values || word == .value, statement.stage != .columns {
        closeField(in: text, at: end)
        if statement.stage == .table { statement.columns = tables[statement.table] }
        mode = .tuples
        return
      }
      if SQLWord.assigning.contains(word) || (word == .set && statement.stage == .table) {
        return beginAssignments()
      }
    }
    switch statement.stage {
    case .table: takeTable(token, in: text)
    case .columns: takeColumn(token, in: text)
    case .kind, .rest: break
    }
  }

  private mutating func takeCopy(_ token: SQLToken, in text: Span<UInt8>) {
    switch (token, statement.stage) {
    case (.mark(UInt8(ascii: ";")), _):
      guard statement.isFromInput else { return endStatement() }
      if statement.columns.isEmpty { statement.columns = tables[statement.table] }
      statement.column = 1
      mode = .copyLineEnd
    case (.word(.stdin, _), .rest): statement.isFromInput = true
    case (.word(.from, _), .table): statement.stage = .rest
    case (_, .table): takeTable(token, in: text)
    case (_, .columns): takeColumn(token, in: text)
    default: break
    }
    if case .word(.from, _) = token, statement.stage != .columns { statement.stage = .rest }
  }

  /// Takes a token of the table's name, up to the parenthesis behind it.
  private mutating func takeTable(_ token: SQLToken, in text: Span<UInt8>) {
    switch token {
    case .word(.as, _) where mode == .create: beginAssignments()
    case .word(_, let range), .name(let range): statement.table = bytes(in: text, range)
    case .mark(UInt8(ascii: "(")):
      statement.stage = .columns
      statement.depth = 1
      statement.isAtItemStart = true
      statement.name = []
    case .mark, .number: break
    }
  }

  /// Takes a token of a list of columns; of `t.naam` the last name counts.
  private mutating func takeColumn(_ token: SQLToken, in text: Span<UInt8>) {
    switch token {
    case .word(_, let range), .name(let range): statement.name = bytes(in: text, range)
    case .mark(UInt8(ascii: "(")): statement.depth += 1
    case .mark(UInt8(ascii: ")")), .mark(UInt8(ascii: ",")):
      if statement.depth == 1 {
        let isNamed = !statement.name.isEmpty
        statement.columns.append(isNamed ? window.label(statement.name) : TextLayout.noLabel)
        statement.name = []
      }
      guard case .mark(UInt8(ascii: ")")) = token else { return }
      statement.depth -= 1
      if statement.depth == 0 { statement.stage = .rest }
    case .mark, .number: break
    }
  }

  func bytes(in text: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for position in range { bytes.append(text[position]) }
    return bytes
  }
}
