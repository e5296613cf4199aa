internal import Foundation
internal import GRDB
internal import Glibc
internal import Hashing
package import ScanModel

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

  package let path: FilePath
  let pool: DatabasePool
  let hasher: ValueHasher
  /// Held open while this process may write.
  private let lock: WriterLock?

  /// Opens the store at `path`, whose key lies in `keyFile`.
  package init(_ path: FilePath, keyFile: KeyFile, for access: Access) throws(StoreError) {
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
    pool = try Self.open(path)
    try prepare(keyFile, makesTables: access == .scan)
  }

  private static func open(_ path: FilePath) throws(StoreError) -> DatabasePool {
    guard let name = path.utf8Text else { throw .unreachable(path, errorNumber: EILSEQ) }
    return try StoreFailure.map(path) {
      var configuration = Configuration()
      configuration.foreignKeysEnabled = false
      configuration.maximumReaderCount = 4
      configuration.prepareDatabase { database in
        try database.execute(
          sql: """
            PRAGMA synchronous = FULL;
            PRAGMA trusted_schema = OFF;
            PRAGMA cell_size_check = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -16000;
            PRAGMA wal_autocheckpoint = 8000;
            """)
      }
      configuration.busyMode = .timeout(5)
      return try DatabasePool(path: name, configuration: configuration)
    }
  }

  /// Makes the tables of a new store, and checks those of one that is there.
  private func prepare(_ keyFile: KeyFile, makesTables: Bool) throws(StoreError) {
    let version = try read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    if version > Schema.version { throw .newer(path, version: version) }
    let id = try read { try Int.fetchOne($0, sql: "PRAGMA application_id") ?? 0 }
    if version == 0 {
      let tableCount = try read {
        try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      }
      guard makesTables, id == 0, tableCount == 0 else { throw .damaged(path) }
      let keyID = hasher.keyID
      try write { database in
        try Schema.create(database)
        try database.execute(
          sql: "INSERT INTO store VALUES (?, ?)", arguments: [Data(keyID), Int(time(nil))])
      }
    } else {
      guard id == Schema.applicationID else { throw .damaged(path) }
    }
    let keyID = try read { try Data.fetchOne($0, sql: "SELECT key_id FROM store") }
    guard let keyID else { throw .damaged(path) }
    if Array(keyID) != hasher.keyID { throw .key(keyFile.path, .other) }
  }

  func read<Result>(
    _ body: (Database) throws -> Result
  ) throws(StoreError) -> Result {
    try StoreFailure.map(path) { try pool.read(body) }
  }

  func write<Result>(
    _ body: (Database) throws -> Result
  ) throws(StoreError) -> Result {
    try StoreFailure.map(path) { try pool.write(body) }
  }
}
