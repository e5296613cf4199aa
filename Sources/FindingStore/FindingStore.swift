internal import Cryptography
internal import Dispatch
internal import Foundation
internal import GRDB
internal import Glibc
package import ScanModel
internal import Synchronization

/// The store of what scans have found: a database in a folder of its own that keeps no value.
package final class FindingStore: Sendable {
  /// What is asked of it.
  package enum Access: Sendable {
    /// It must be there; others may write meanwhile.
    case read
    /// It must be there; no other may write.
    case change
    /// It is made where it is not there; no other may write.
    case scan
  }

  /// The most that read at the same time.
  static let readerCount = 8

  package let path: FilePath
  let pool: DatabasePool
  let hasher: ValueHasher
  /// Held open while this process may write.
  private let lock: WriterLock?

  /// Opens the store at `path`, whose key lies in `keyFile`.
  package convenience init(
    _ path: FilePath, keyFile: KeyFile, for access: Access
  ) throws(StoreError) {
    try self.init(path, keyFile: keyFile, for: access, schema: .current)
  }

  init(
    _ path: FilePath, keyFile: KeyFile, for access: Access, schema: Schema
  ) throws(StoreError) {
    self.path = path
    let isThere = Glibc.access(path.cString, F_OK) == 0
    if access == .scan {
      try StoreFolder.make(path.folder)
    } else if !isThere {
      throw .absent(path)
    }
    if StoreFolder.isRemote(path.folder) { throw .networkFileSystem(path) }
    lock = access == .read ? nil : try WriterLock(path)
    // A store that is there is worth nothing without the key that it was made with.
    hasher = try keyFile.hasher(forStoreIn: path.folder, makesKey: access == .scan && !isThere)
    if access == .scan { try StoreFolder.makeFile(path) }
    // What opens a database to write to it writes at once, be it a store or not.
    if isThere { try Self.check(path, hasher, keyFile, schema, mayBeEmpty: access == .scan) }
    pool = try Self.open(path)
    try prepare(schema, makesTables: access == .scan)
  }

  private static func open(_ path: FilePath) throws(StoreError) -> DatabasePool {
    guard let name = path.utf8Text else { throw .unreachable(path, errorNumber: EILSEQ) }
    return try StoreFailure.map(path) {
      var configuration = Configuration()
      configuration.foreignKeysEnabled = false
      configuration.maximumReaderCount = readerCount
      configuration.prepareDatabase { database in
        database.add(function: .findingCount)
        try database.execute(
          sql: """
            PRAGMA page_size = 8192;
            PRAGMA trusted_schema = OFF;
            PRAGMA cell_size_check = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -16000;
            PRAGMA wal_autocheckpoint = 1000;
            """)
      }
      configuration.busyMode = .timeout(5)
      let pool = try DatabasePool(path: name, configuration: configuration)
      // A pool sets it back when it turns to the write-ahead log.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      return pool
    }
  }

  /// Refuses what lies there unless it is a store of this form with this key; only reads it.
  private static func check(
    _ database: Database, _ path: FilePath, _ hasher: ValueHasher, _ keyFile: KeyFile,
    _ schema: Schema, mayBeEmpty: Bool
  ) throws {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    if version > schema.version { throw StoreError.newer(path, version: version) }
    let id = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    if version == 0, id == 0, mayBeEmpty,
      try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
    {
      return
    }
    guard version > 0, id == Schema.applicationID,
      let keyID = try Data.fetchOne(database, sql: "SELECT key_id FROM store")
    else { throw StoreError.damaged(path) }
    if Array(keyID) != hasher.keyID { throw StoreError.key(keyFile.path, .other) }
  }

  private static func check(
    _ path: FilePath, _ hasher: ValueHasher, _ keyFile: KeyFile, _ schema: Schema,
    mayBeEmpty: Bool
  ) throws(StoreError) {
    guard let name = path.utf8Text else { throw .unreachable(path, errorNumber: EILSEQ) }
    try StoreFailure.map(path) {
      var configuration = Configuration()
      // A journal is left where a process was killed while it made the store; only who may write can
      // undo that.
      configuration.readonly =
        access(FilePath(path.bytes + Array("-journal".utf8)).cString, F_OK) != 0
      configuration.busyMode = .timeout(5)
      let queue = try DatabaseQueue(path: name, configuration: configuration)
      try queue.read { try check($0, path, hasher, keyFile, schema, mayBeEmpty: mayBeEmpty) }
      try queue.close()
    }
  }

  /// Makes the tables of a new store, and brings one of an earlier form to this one.
  private func prepare(_ schema: Schema, makesTables: Bool) throws(StoreError) {
    let version = try read { try Int.fetchOne($0, sql: "PRAGMA user_version") } ?? 0
    if version > 0, version < schema.version {
      // Who reads writes this once.
      let ownLock = lock == nil ? try WriterLock(path) : nil
      defer { withExtendedLifetime(ownLock) {} }
      return try write { database in
        // Another may have done it meanwhile.
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? version
        if version < schema.version { try schema.bringUp(database, from: version) }
      }
    }
    guard makesTables, version == 0 else { return }
    let keyID = hasher.keyID
    try write { database in
      try schema.create(database)
      try database.execute(
        sql: "INSERT INTO store (key_id, created) VALUES (?, ?)",
        arguments: [Data(keyID), Int(time(nil))])
    }
  }

  func read<Result>(
    _ body: (Database) throws -> Result
  ) throws(StoreError) -> Result {
    try StoreFailure.map(path) { try pool.read(body) }
  }

  /// What `body` makes of each of the parts, of which there are at most `readerCount`, each on a thread
  /// of its own.
  func read<Part: Sendable, Result: Sendable>(
    each parts: [Part], _ body: @Sendable (Database, Part) throws -> Result
  ) throws(StoreError) -> [Result] {
    let results = Mutex([Swift.Result<Result, StoreError>?](repeating: nil, count: parts.count))
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      let result = Swift.Result { () throws(StoreError) in
        try read { try body($0, parts[index]) }
      }
      results.withLock { $0[index] = result }
    }
    var all: [Result] = []
    for case let result? in results.withLock({ $0 }) { all.append(try result.get()) }
    return all
  }

  func write<Result>(
    _ body: (Database) throws -> Result
  ) throws(StoreError) -> Result {
    try StoreFailure.map(path) { try pool.write(body) }
  }
}
