internal import Cryptography
internal import GRDB

/// Writes in which examinations values occur: many at a time, sorted, in blocks (`ValueBlock`).
///
/// What is written at once is a *segment*. Small ones are written anew with what comes after them, so
/// that a store has few, and a look-up reads a block or two of each. An entry says where to look, no
/// more: those of an examination that was not kept stay until a purge.
///
/// Until the end of a run entries of what it has examined may be missing; `store.first_unlisted` says
/// from which examination on, and whoever asks looks into the blocks of those.
struct ValueIndex {
  /// Entries that wait in memory.
  private static let waitingLimit = 1 << 19
  /// Entries of a segment that is written anew.
  private static let segmentLimit = 1 << 20

  private var entries: [ValueEntry] = []

  /// Takes the keys of values of an examination; writes all that wait where there are many.
  mutating func add(
    _ keys: [Int], of examination: Int64, in database: Database
  ) throws {
    for key in keys { entries.append(ValueEntry(key: key, examination: examination)) }
    if entries.count >= Self.waitingLimit { try write(in: database) }
  }

  /// Forgets an examination that is not kept.
  mutating func remove(_ examination: Int64) {
    entries.removeAll { $0.examination == examination }
  }

  /// Writes all that wait.
  mutating func write(in database: Database) throws {
    guard !entries.isEmpty else { return }
    try takeSmallSegments(in: database)
    entries.sortByHash()
    let repeatedCount = zip(entries, entries.dropFirst()).count { $0 == $1 }
    let segment = try Self.insertSegment(count: entries.count - repeatedCount, in: database)
    let insert = try RawStatement(
      database, "INSERT INTO value_block (segment, first, body) VALUES (?, ?, ?)")
    var block = ValueBlock()
    var last: ValueEntry?
    func writeBlock() throws {
      insert.bind(1, segment)
      insert.bind(2, block.first)
      insert.bind(3, block.body)
      try insert.run()
      block.removeAll()
    }
    for entry in entries where entry != last {
      block.append(entry)
      last = entry
      if block.isFull { try writeBlock() }
    }
    if !block.isEmpty { try writeBlock() }
    entries.removeAll()
  }

  /// Takes out the last segments as long as they are not much larger than what is to be written: each
  /// that stays is twice the size of that behind it, or as large as they get.
  private mutating func takeSmallSegments(in database: Database) throws {
    while let last = try Row.fetchOne(
      database, sql: "SELECT id, entry_count FROM value_segment ORDER BY id DESC LIMIT 1")
    {
      let segment: Int64 = last[0]
      let count: Int = last[1]
      guard count <= 2 * entries.count, count + entries.count <= Self.segmentLimit else { return }
      let blocks = try RawStatement(
        database, "SELECT first, body FROM value_block WHERE segment = ?")
      blocks.bind(1, segment)
      while try blocks.next() {
        try ValueBlock.each(first: Int(blocks.integer(0)), blocks.bytes(1)) {
          entries.append($0)
          return true
        }
      }
      try database.execute(
        sql: "DELETE FROM value_block WHERE segment = ?", arguments: [segment])
      try database.execute(sql: "DELETE FROM value_segment WHERE id = ?", arguments: [segment])
    }
  }

  private static func insertSegment(count: Int, in database: Database) throws -> Int64 {
    try database.execute(
      sql: "INSERT INTO value_segment (entry_count) VALUES (?)", arguments: [count])
    return database.lastInsertedRowID
  }
}
