import ContentTypes
import ScanModel

/// Takes the rows of a table out of an SQLite database.
struct SQLiteTable {
  private let name: String
  private let quotedName: String
  private var failure: PartialReason?
  /// The columns in which documents lie.
  private var documentColumns: Set<Int> = []
  private var hasUnknownBlobs = false

  init(_ name: String) {
    self.name = name
    quotedName = Self.quoted(name)
  }

  /// Pushes all rows into `sink`, then the documents in them; returns why some are missing.
  consuming func take<Sink: DocumentSink & ~Copyable>(
    from database: borrowing SQLiteDatabase, into sink: inout Sink
  ) -> PartialReason? {
    let key = Self.keyNames.first {
      database.query("SELECT \($0), * FROM \(quotedName)") != nil
    }
    takeRows(key, database, into: &sink)
    for column in documentColumns.sorted() where failure != .limit {
      takeDocuments(column, key, database, into: &sink)
    }
    return failure ?? (hasUnknownBlobs ? .unsupportedMembers : nil)
  }

  /// The names of the row number; a table has none of its own (WITHOUT ROWID), or calls a column so.
  private static let keyNames = ["_rowid_", "oid", "rowid"]

  private mutating func takeRows<Sink: DocumentSink & ~Copyable>(
    _ key: String?, _ database: borrowing SQLiteDatabase, into sink: inout Sink
  ) {
    let columns = key.map { "\($0), *" } ?? "*"
    guard let query = database.query("SELECT \(columns) FROM \(quotedName)") else {
      failure = .malformed
      return
    }
    let first = key == nil ? 0 : 1
    var text = TableText(
      columns: (first..<max(query.columnCount, first)).map { query.columnName($0) })
    sink.beginText(at: [.table(name)])
    defer { sink.endText() }
    var last: Int?
    if takeRows(of: query, key, &text, &last, into: &sink) {
      failure = .malformed
      // The rows behind the damaged place, from the other end.
      if let key {
        let bound = last.map { "WHERE \(key) > \($0)" } ?? ""
        if let rest = database.query(
          "SELECT \(columns) FROM \(quotedName) \(bound) ORDER BY \(key) DESC")
        {
          _ = takeRows(of: rest, key, &text, &last, into: &sink)
        }
      }
    }
    text.finish(into: &sink)
  }

  /// Returns whether reading broke off at a damaged place.
  private mutating func takeRows<Sink: DocumentSink & ~Copyable>(
    of query: borrowing SQLiteQuery, _ key: String?, _ text: inout TableText, _ last: inout Int?,
    into sink: inout Sink
  ) -> Bool {
    let first = key == nil ? 0 : 1
    var record = 0
    while !sink.isCancelled {
      switch query.step() {
      case .row: break
      case .end: return false
      case .failed: return true
      }
      record += 1
      if key != nil { last = query.number(0) }
      text.beginRow(key == nil ? record : query.number(0))
      for column in first..<max(query.columnCount, first) {
        guard let value = value(of: column, query) else { continue }
        guard sink.context.spend(unpacked: value.count) else {
          failure = .limit
          return false
        }
        text.add(value, column: column - first + 1)
      }
      text.pushIfDue(into: &sink)
    }
    return false
  }

  /// The value of a column as text; nil where it is none.
  private mutating func value(of column: Int, _ query: borrowing SQLiteQuery) -> [UInt8]? {
    if query.isNull(column) { return nil }
    guard query.isBlob(column) else { return query.text(column).repaired }
    let blob = query.blob(column)
    switch BlobKind(of: blob) {
    case .cell: return blob
    case .document: documentColumns.insert(column)
    case .unknown: if blob.count >= BlobKind.shortestDocument { hasUnknownBlobs = true }
    }
    return nil
  }

  private mutating func takeDocuments<Sink: DocumentSink & ~Copyable>(
    _ column: Int, _ key: String?, _ database: borrowing SQLiteDatabase, into sink: inout Sink
  ) {
    let columns = key.map { "\($0), *" } ?? "*"
    guard let query = database.query("SELECT \(columns) FROM \(quotedName)") else { return }
    let columnName = String(decoding: query.columnName(column), as: UTF8.self)
    var record = 0
    while !sink.isCancelled, query.step() == .row {
      record += 1
      guard query.isBlob(column) else { continue }
      let blob = query.blob(column)
      guard BlobKind(of: blob) == .document else { continue }
      guard sink.context.spend(unpacked: blob.count) else {
        failure = .limit
        return
      }
      let row = key == nil ? record : query.number(0)
      sink.takeMember(at: [.table(name), .member("\(columnName) \(row)")], bytes: blob)
    }
  }

  private static func quoted(_ name: String) -> String {
    var quoted = "\""
    for character in name.unicodeScalars {
      if character == "\"" { quoted.unicodeScalars.append("\"") }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
  }
}

extension [UInt8] {
  /// The bytes as valid UTF-8: what is not valid is taken for Windows-1252.
  var repaired: [UInt8] {
    if UTF8Check.validEnd(of: span, from: 0).end == count { return self }
    var text: [UInt8] = []
    _ = Windows1252.decode(span, into: &text)
    return text
  }
}
