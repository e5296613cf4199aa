import CSQLite
import ScanModel

/// An SQLite database in memory that is only read: no triggers, no extensions, no functions of its
/// schema, and no file.
struct SQLiteDatabase: ~Copyable {
  private var handle: OpaquePointer?

  /// A table as the schema has it.
  struct Table {
    var name: String
    /// Whether its rows lie in the database itself; virtual tables only say how to get at some.
    var isStored: Bool
    /// Whether it is virtual and what it holds lies in tables of its own that are read.
    var hasShadowTables: Bool
  }

  /// Opens the database whose bytes stay where they are as long as it is open.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard
      sqlite3_open_v2(
        ":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX, nil)
        == SQLITE_OK
    else {
      sqlite3_close_v2(handle)
      return nil
    }
    let start = bytes.baseAddress.map { UnsafeMutableRawPointer(mutating: $0) }
    guard
      sqlite3_deserialize(
        handle, "main", start?.assumingMemoryBound(to: UInt8.self), Int64(bytes.count),
        Int64(bytes.count), UInt32(SQLITE_DESERIALIZE_READONLY)) == SQLITE_OK
    else {
      sqlite3_close_v2(handle)
      return nil
    }
    for (limit, value) in [
      (SQLITE_LIMIT_LENGTH, Int32(256 << 20)), (SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
      (SQLITE_LIMIT_EXPR_DEPTH, 100), (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_VDBE_OP, 1 << 20),
      (SQLITE_LIMIT_TRIGGER_DEPTH, 1), (SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
      sqlite3_limit(handle, limit, value)
    }
    for pragma in [
      "PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA query_only=ON",
      "PRAGMA cache_size=-8192",
    ] {
      sqlite3_exec(handle, pragma, nil, nil, nil)
    }
    sqlite3_set_authorizer(
      handle,
      { _, action, _, _, _, _ in
        // Nothing but reading. The schema is read as part of it.
        action == SQLITE_SELECT || action == SQLITE_READ ? SQLITE_OK : SQLITE_DENY
      }, nil)
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  /// Has what cannot be read of the schema left out, instead of all of it.
  func forgiveSchema() {
    sqlite3_set_authorizer(handle, nil, nil)
    sqlite3_exec(handle, "PRAGMA writable_schema=ON", nil, nil, nil)
  }

  /// The tables, and whether all of the schema could be read.
  func tables() -> (tables: [Table], isWhole: Bool) {
    var tables: [Table] = []
    guard
      let query = query("SELECT name, rootpage, sql FROM sqlite_schema WHERE type = 'table'")
    else { return ([], false) }
    while true {
      switch query.step() {
      case .row: break
      case .end: return (tables, true)
      case .failed: return (tables, false)
      }
      guard tables.count < 100_000 else { return (tables, false) }
      let name = String(decoding: query.text(0), as: UTF8.self)
      let module = Self.module(of: query.text(2))
      tables.append(
        Table(
          name: name, isStored: module == nil,
          hasShadowTables: ["fts3", "fts4", "fts5", "rtree", "rtree_i32", "geopoly"].contains(
            module)))
    }
  }

  /// A statement that reads; nil where it cannot be made.
  func query(_ text: String) -> SQLiteQuery? {
    SQLiteQuery(text, of: handle)
  }

  /// The module of a virtual table, in lower case; nil for another table.
  private static func module(of definition: [UInt8]) -> String? {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in definition.prefix(4096) {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "("):
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self).lowercased()) }
        word.removeAll()
        if words.count == 2, words[1] != "virtual" { return nil }
        if words.count >= 3, words[words.count - 2] == "using" { return words.last }
      default: word.append(byte)
      }
    }
    guard words.count >= 2, words[1] == "virtual" else { return nil }
    return String(decoding: word, as: UTF8.self).lowercased()
  }
}

/// A statement over an SQLite database, and the row that it stands at.
struct SQLiteQuery: ~Copyable {
  private var statement: OpaquePointer?

  enum Step {
    case row, end, failed
  }

  fileprivate init?(_ text: String, of database: OpaquePointer?) {
    guard sqlite3_prepare_v2(database, text, -1, &statement, nil) == SQLITE_OK, statement != nil
    else { return nil }
  }

  deinit {
    sqlite3_finalize(statement)
  }

  var columnCount: Int { Int(sqlite3_column_count(statement)) }

  func step() -> Step {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: .row
    case SQLITE_DONE: .end
    default: .failed
    }
  }

  func columnName(_ column: Int) -> [UInt8] {
    guard let name = sqlite3_column_name(statement, Int32(column)) else { return [] }
    return Array(String(cString: name).utf8)
  }

  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
  }

  func isBlob(_ column: Int) -> Bool {
    sqlite3_column_type(statement, Int32(column)) == SQLITE_BLOB
  }

  func number(_ column: Int) -> Int {
    Int(sqlite3_column_int64(statement, Int32(column)))
  }

  /// The value as text in UTF-8, as the database has it.
  func text(_ column: Int) -> [UInt8] {
    let start = sqlite3_column_text(statement, Int32(column))
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }

  func blob(_ column: Int) -> [UInt8] {
    let start = sqlite3_column_blob(statement, Int32(column))
    let count = Int(sqlite3_column_bytes(statement, Int32(column)))
    return Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }
}
