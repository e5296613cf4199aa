internal import Cryptography
internal import GRDB
internal import GRDBSQLite

/// A prepared statement whose values go in and come out without a copy in between.
///
/// A row of a store is a few small numbers; what GRDB makes around each of them costs several times
/// what SQLite does. Used within one transaction only.

struct RawStatement {
  /// Owns what `handle` points to.
  private let statement: Statement
  private let handle: OpaquePointer
  private let database: Database

  init(_ database: Database, _ sql: String) throws {
    self.database = database
    statement = try database.cachedStatement(sql: sql)
    handle = statement.sqliteStatement
    reset()
  }

  // MARK: Values in; columns are counted from 1

  func bind(_ column: Int32, _ value: Int64?) {
    if let value {
      sqlite3_bind_int64(handle, column, value)
    } else {
      sqlite3_bind_null(handle, column)
    }
  }

  func bind(_ column: Int32, _ value: Int) {
    sqlite3_bind_int64(handle, column, Int64(value))
  }

  func bind(_ column: Int32, _ text: String?) {
    guard var text else { return bind(column, nil as Int64?) }
    text.withUTF8 { bytes in
      // An empty text must not become NULL.
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        _ = sqlite3_bind_text(
          handle, column, bytes.baseAddress ?? emptyText, Int32(bytes.count), copied)
      }
    }
  }

  func bind(_ column: Int32, _ bytes: [UInt8]?) {
    guard let bytes else { return bind(column, nil as Int64?) }
    bytes.withUnsafeBytes { bytes in
      _ =
        bytes.isEmpty
        ? sqlite3_bind_zeroblob(handle, column, 0)
        : sqlite3_bind_blob(
          handle, column, bytes.baseAddress, Int32(bytes.count), copied)
    }
  }

  /// Binds bytes that must stay where they are until the column is bound anew; they may change.
  func bind(_ column: Int32, _ room: UnsafeMutableRawBufferPointer) {
    sqlite3_bind_blob(handle, column, room.baseAddress, Int32(room.count), nil)
  }

  // MARK: Steps

  /// Runs a statement that gives no rows.
  func run() throws {
    defer { reset() }
    while try next() {}
  }

  /// Goes to the next row; false behind the last, with the statement ready to be bound anew.
  func next() throws -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    reset()
    guard code == SQLITE_DONE else { throw failure(code) }
    return false
  }

  /// The number in the first column of the only row; nil where there is none.
  func number() throws -> Int64? {
    guard try next() else { return nil }
    defer { reset() }
    return optionalInteger(0)
  }

  func reset() {
    sqlite3_reset(handle)
  }

  private func failure(_ code: Int32) -> DatabaseError {
    let extended = database.sqliteConnection.map { sqlite3_extended_errcode($0) } ?? code
    return DatabaseError(
      resultCode: ResultCode(rawValue: extended & 0xFF == code & 0xFF ? extended : code))
  }

  // MARK: Values out; columns are counted from 0

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func optionalInteger(_ column: Int32) -> Int64? {
    sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : integer(column)
  }

  func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  /// nil for NULL.
  func optionalText(_ column: Int32) -> String? {
    guard let start = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func text(_ column: Int32) -> String { optionalText(column) ?? "" }

  func bytes(_ column: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    append(column, to: &bytes)
    return bytes
  }

  /// Appends the bytes of a column.
  func append(_ column: Int32, to bytes: inout [UInt8]) {
    guard let start = sqlite3_column_blob(handle, column) else { return }
    let count = Int(sqlite3_column_bytes(handle, column))
    bytes += UnsafeRawBufferPointer(start: start, count: count)
  }
}

/// SQLite takes a copy.
nonisolated(unsafe) private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
/// What an empty text begins with; never written.
nonisolated(unsafe) private let emptyText: UnsafePointer<CChar> = {
  let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  byte.initialize(to: 0)
  return UnsafePointer(byte)
}()
