import ScanModel

// The heads of statements: the table, and its columns.

extension SQLReader {
  mutating func takeCreate(_ token: SQLToken, in text: Span<UInt8>, _ end: Int) {
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
      statement.addColumn(window.label(bytes(in: text, range)))
    case .name(let range):
      if isColumn { statement.addColumn(window.label(bytes(in: text, range))) }
    case .mark(UInt8(ascii: "(")): statement.depth += 1
    case .mark(UInt8(ascii: ",")): statement.isAtItemStart = statement.depth == 1
    case .mark(UInt8(ascii: ")")):
      statement.depth -= 1
      guard statement.depth == 0 else { return }
      tables.add(statement.table, columns: statement.columns)
      lastHead = nil
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

  mutating func takeInsert(_ token: SQLToken, in text: Span<UInt8>, _ end: Int) {
    if case .mark(UInt8(ascii: ";")) = token { return endStatement() }
    if case .word(let word, _) = token {
      if word == .values || word == .value, statement.stage != .columns {
        let isListed = statement.stage == .rest
        let columns = isListed ? statement.columns : tables[statement.table]
        if let headStart, end - headStart <= SQLInsertHead.byteLimit {
          lastHead = SQLInsertHead(bytes(in: text, headStart..<end), columns: columns)
        }
        return beginTuples(columns: columns, in: text, at: end)
      }
      if word == .select, statement.stage != .columns {
        let columns = statement.stage == .rest ? statement.columns : tables[statement.table]
        beginAssignments()
        statement.columns = columns
        return statement.beginSelect()
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

  mutating func takeCopy(_ token: SQLToken, in text: Span<UInt8>) {
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
        statement.addColumn(isNamed ? window.label(statement.name) : TextLayout.noLabel)
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
