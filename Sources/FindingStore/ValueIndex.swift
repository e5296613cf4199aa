internal import Foundation
internal import GRDB
internal import Hashing

/// Writes in which examinations values occur: many at a time, in the order of their hashes.
///
/// A hash may fall anywhere in the table: few rows at a time would write most of its pages each time.
/// Until the end of a run the table may miss what the run has examined; `store.first_unlisted` says
/// from which examination on, and whoever asks looks into the blocks of those.
struct ValueIndex {
  private static let limit = 1 << 19

  private var values: [(hash: ValueHash, examination: Int64)] = []

  /// Takes values of an examination; writes all that wait where there are many.
  mutating func add(
    _ hashes: [ValueHash], of examination: Int64, in database: Database
  ) throws {
    for hash in hashes { values.append((hash, examination)) }
    if values.count >= Self.limit { try write(in: database) }
  }

  /// Forgets an examination that is not kept.
  mutating func remove(_ examination: Int64) {
    values.removeAll { $0.examination == examination }
  }

  /// Writes all that wait.
  mutating func write(in database: Database) throws {
    values.sort { left, right in
      if left.hash.high != right.hash.high { return left.hash.high < right.hash.high }
      if left.hash.low != right.hash.low { return left.hash.low < right.hash.low }
      return left.examination < right.examination
    }
    let insert = try RawStatement(database, "INSERT OR IGNORE INTO value VALUES (?, ?)")
    try withUnsafeTemporaryAllocation(byteCount: ValueHash.byteCount, alignment: 8) { room in
      insert.bind(1, room)
      defer { insert.bind(1, nil as Int64?) }
      for value in values {
        value.hash.write(to: room)
        insert.bind(2, value.examination)
        try insert.run()
      }
    }
    values.removeAll()
  }

  // MARK: What the table may miss

  /// Says that it may miss examinations from this one on.
  static func begin(_ examination: Int64, in database: Database) throws {
    try database.execute(
      sql: "UPDATE store SET first_unlisted = ?", arguments: [examination])
  }

  /// Says that it misses nothing.
  static func end(in database: Database) throws {
    try database.execute(sql: "UPDATE store SET first_unlisted = NULL")
  }

  /// Whether it may miss the examination.
  static func mayMiss(_ examination: Int64, in database: Database) throws -> Bool {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT count(*) FROM store WHERE first_unlisted <= ?"),
      arguments: [examination]) == 1
  }

  /// Adds what a run that was killed has left out.
  static func complete(in database: Database) throws {
    guard
      let first = try Int64.fetchOne(
        database, sql: "SELECT first_unlisted FROM store WHERE first_unlisted IS NOT NULL")
    else { return }
    var index = ValueIndex()
    let rows = try Row.fetchCursor(
      database, sql: "SELECT examination, body FROM finding_block WHERE examination >= ?",
      arguments: [first])
    while let row = try rows.next() {
      let hashes = try PackedFindings.hashes(in: Array(row[1] as Data))
      try index.add(hashes, of: row[0], in: database)
    }
    try index.write(in: database)
    try end(in: database)
  }
}
