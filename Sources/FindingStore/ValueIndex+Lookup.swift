internal import Cryptography
internal import GRDB

extension ValueIndex {
  /// The examinations in which one of the values may occur: those that the index lists, and those that
  /// it may miss.
  static func examinations(
    thatMayHold hashes: Set<ValueHash>, in database: Database
  ) throws -> Set<Int64> {
    let unlisted = try Int64.fetchSet(
      database,
      sql: "SELECT id FROM examination WHERE id >= (SELECT first_unlisted FROM store)")
    return try hashes.reduce(into: unlisted) { found, hash in
      try eachEntry(of: hash, in: database) { entry in
        found.insert(entry.examination)
        return true
      }
    }
  }

  /// Whether the value may occur in the examination.
  static func mayHold(
    _ hash: ValueHash, examination: Int64, in database: Database
  ) throws -> Bool {
    if try mayMiss(examination, in: database) { return true }
    var isListed = false
    try eachEntry(of: hash, in: database) { entry in
      isListed = entry.examination == examination
      return !isListed
    }
    return isListed
  }

  /// Calls back with the entries of the value until told to stop.
  ///
  /// Of each segment, the last block that begins before the value can hold it, and all that begin with
  /// it.
  private static func eachEntry(
    of hash: ValueHash, in database: Database, _ take: (ValueEntry) -> Bool
  ) throws {
    let key = ValueEntry.key(of: hash)
    let blocks = try RawStatement(
      database,
      """
      SELECT first, body FROM value_segment JOIN value_block ON segment = value_segment.id
      WHERE first <= ?1 AND first >= coalesce((SELECT max(first) FROM value_block AS earlier
        WHERE earlier.segment = value_segment.id AND earlier.first < ?1), ?1)
      """)
    blocks.bind(1, key)
    defer { blocks.reset() }
    var wantsMore = true
    while wantsMore, try blocks.next() {
      try ValueBlock.each(first: Int(blocks.integer(0)), blocks.bytes(1)) { entry in
        if entry.key == key { wantsMore = take(entry) }
        return wantsMore && entry.key <= key
      }
    }
  }

  // MARK: What the index may miss

  /// Says that it may miss examinations from this one on.
  static func begin(_ examination: Int64, in database: Database) throws {
    try database.execute(
      sql: "UPDATE store SET first_unlisted = ?", arguments: [examination])
  }

  /// Says that it misses nothing.
  static func end(in database: Database) throws {
    try database.execute(sql: "UPDATE store SET first_unlisted = NULL")
  }

  private static func mayMiss(_ examination: Int64, in database: Database) throws -> Bool {
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
    let blocks = try RawStatement(
      database, "SELECT examination, body FROM finding_block WHERE examination >= ?")
    blocks.bind(1, first)
    while try blocks.next() {
      let hashes = try PackedFindings.hashes(in: blocks.bytes(1))
      try index.add(hashes.map(ValueEntry.key), of: blocks.integer(0), in: database)
    }
    try index.write(in: database)
    try end(in: database)
  }

  /// Lists what the blocks hold, and nothing else.
  static func rebuild(in database: Database) throws {
    try database.execute(sql: "DELETE FROM value_block; DELETE FROM value_segment")
    try begin(0, in: database)
    try complete(in: database)
  }
}
