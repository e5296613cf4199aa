package import ScanModel

/// Reads dumps of databases: SQL statements with the values of rows in them.
///
/// The text is passed on as it is. Values in `INSERT`, `REPLACE` and `COPY … FROM stdin` become
/// fields labelled with their column, as named in the statement or in a `CREATE TABLE` before it;
/// in `UPDATE` and other statements values are labelled with the name before them (`naam = '…'`).
/// A string is a field without its quotes, any other expression is one as a whole. All else, also
/// comments, become fields without a label, one for each line: nothing is left out. `row` is the
/// line of the source, `column` the number of the value in its row or statement, 0 for other text.
///
/// A line that begins with `INSERT INTO`, `REPLACE INTO` or `CREATE TABLE` begins a statement
/// wherever it stands, so that a quote without a partner spoils no more than its own statement.
/// Holds about 1 MB of the text at a time, whatever the length of its lines and values.
package struct SQLReader {
  /// What the current position is in.
  enum Mode {
    /// Between statements, or in one that holds no rows.
    case text
    case create
    case insert
    /// Behind VALUES.
    case tuples
    /// A statement in which values stand behind names.
    case assignments
    case copy
    /// On the line of COPY, behind its end.
    case copyLineEnd
    case copyRows
  }

  /// What goes on until its end is seen, whatever is in it.
  enum Inside: Equatable {
    case nothing
    /// `isField`: the string is a value by itself, not a part of one.
    case string(quote: UInt8, escapes: Bool, isField: Bool)
    case lineComment
    case blockComment
  }

  /// How many bytes behind the beginning of a token must be there for it to be read the same way
  /// whatever follows.
  static let lookahead = 512
  private static let blockByteCount = TextWindow.pushByteCount

  var window = TextWindow(form: .table)
  var mode = Mode.text
  var inside = Inside.nothing
  var statement = SQLStatement()
  /// The columns of the tables that were created.
  var tables = SQLTables()
  /// The last head of an INSERT that was read, and where the current one begins in the text at hand.
  var lastHead: SQLInsertHead?
  var headStart: Int?
  /// Names in back quotes were seen: a backslash before a quote always escapes it.
  var isMySQL = false
  /// The line at the current position, from 1.
  var line = 1
  var isAtLineStart = true
  var isAtStatementStart = true
  /// What the open field of the window is.
  var open = OpenField.none
  /// Where the text at hand lies in the window.
  private var offset = 0

  enum OpenField {
    case none
    /// The rest of a line.
    case segment
    case value
  }

  package init() {}

  /// Reads the dump to its end; a reader reads one dump.
  ///
  /// Partial (malformed) where it ends within a string or a row. Where reading fails, what was read
  /// before is passed on first.
  package mutating func read<Source: ByteSource & ~Copyable>(
    _ text: inout DecodedText<Source>, into sink: inout some TextSink & ~Copyable
  ) throws(ReadFailure) -> ExtractionOutcome {
    window.takeMemory(of: &text.buffers)
    defer { window.giveMemoryBack(to: &text.buffers) }
    var ahead: [UInt8] = []
    swap(&ahead, &text.buffers.ahead)
    ahead.removeAll(keepingCapacity: true)
    defer { swap(&ahead, &text.buffers.ahead) }
    var failure: ReadFailure?
    var isAtEnd = false
    repeat {
      if sink.isCancelled { return .partial(.interrupted) }
      while !isAtEnd, ahead.count < Self.blockByteCount + Self.lookahead {
        do throws(ReadFailure) {
          isAtEnd = try !text.append(to: &ahead)
        } catch {
          failure = error
          isAtEnd = true
        }
      }
      offset = window.bytes.count
      let count = scan(ahead.span, isAtEnd: isAtEnd)
      window.bytes.append(contentsOf: ahead[..<count])
      ahead.removeSubrange(..<count)
      if window.isDue { _ = window.push(into: &sink) }
    } while !isAtEnd || !ahead.isEmpty
    window.endField()
    _ = window.push(into: &sink, isLast: true)
    if let failure { throw failure }
    return isWithinRow ? .partial(.malformed) : .complete
  }

  private var isWithinRow: Bool {
    if case .string = inside { return true }
    return mode == .tuples && statement.depth > 0
  }

  /// Reads a block; returns how many bytes of it.
  private mutating func scan(_ text: Span<UInt8>, isAtEnd: Bool) -> Int {
    var end = min(text.count - (isAtEnd ? 0 : Self.lookahead), Self.blockByteCount)
    while end > 0, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    var position = 0
    headStart = nil
    while position < end {
      if isAtLineStart { beginLine(in: text, at: position) }
      switch inside {
      case .nothing: position = pass(text, at: position, end)
      case .string(let quote, let escapes, let isField):
        position = passString(quote, escapes, isField, in: text, at: position, end)
      case .lineComment, .blockComment: position = passComment(in: text, at: position, end)
      }
    }
    return position
  }

  private mutating func pass(_ text: Span<UInt8>, at position: Int, _ end: Int) -> Int {
    switch mode {
    case .text: passText(text, at: position, end)
    case .tuples: passTuples(text, at: position, end)
    case .copyRows: passCopyRows(text, at: position, end)
    case .create, .insert, .assignments, .copy, .copyLineEnd: passCode(text, at: position)
    }
  }
}

// MARK: Fields

extension SQLReader {
  /// Opens a field at `position` of the text; a field that is open is closed there.
  mutating func openField(
    _ kind: OpenField, label: Int32 = TextLayout.noLabel, column: Int = 0, in text: Span<UInt8>,
    at position: Int
  ) {
    closeField(in: text, at: position)
    window.beginField(
      at: offset + position, label: label, row: line, column: Int32(clamping: column))
    open = kind
  }

  /// Closes the open field, if any, at `position` of the text or before the spaces there.
  ///
  /// Of many spaces only the last are left out: those that surely were not pushed yet.
  mutating func closeField(in text: Span<UInt8>, at position: Int) {
    guard open != .none else { return }
    var end = position
    let limit = max(position - 256, -offset)
    while end > limit, byte(before: end, in: text).isSQLSpaceOrLineFeed { end -= 1 }
    window.endField(at: offset + end)
    open = .none
  }

  /// The byte before `position` of the text, which may lie in the window; 0 at the beginning.
  func byte(before position: Int, in text: Span<UInt8>) -> UInt8 {
    if position > 0 { return text[position - 1] }
    return position > -offset ? window.bytes[offset + position - 1] : 0
  }

  /// Passes a line feed.
  mutating func endLine(at position: Int) -> Int {
    line += 1
    isAtLineStart = true
    return position + 1
  }
}
