internal import Foundation
internal import GRDB
internal import Hashing
internal import ScanModel
internal import Wire

/// Writes items of one run within a transaction.
struct ItemWriter {
  let run: Int64
  let recipe: Int64
  let hasher: ValueHasher
  private var folders: [FilePath: Int64] = [:]
  /// The values of the examinations that are written, to go in by order of hash.
  private var values: [(hash: ValueHash, examination: Int64)] = []
  /// Read with the first item.
  private var lineage: DecisionLineage?

  private static let folderLimit = 10_000

  init(run: Int64, recipe: Int64, hasher: ValueHasher) {
    self.run = run
    self.recipe = recipe
    self.hasher = hasher
  }

  mutating func write(_ item: ExaminedItem, in database: Database) throws {
    let id = try itemID(item.path, in: database)
    if item.record.digest == nil, try hasEnded(alike: item, id, in: database) { return }
    let content = try item.record.digest.map {
      try self.content($0, item.record.byteCount, in: database)
    }
    let examination = try examination(of: item, content, in: database)
    try writeState(of: item, id, examination, in: database)
    guard let content else { return }
    if lineage == nil { lineage = try DecisionLineage(database) }
    try lineage?.follow(item: id, content: content, in: database)
  }

  /// Whether the item was not examined before, and for the same reason.
  private func hasEnded(
    alike item: ExaminedItem, _ id: Int64, in database: Database
  ) throws -> Bool {
    let end = StoredOutcome(item.record.outcome, byteCount: item.record.byteCount)
    let facts = item.record.facts
    let statement = try database.cachedStatement(
      sql: """
        SELECT count(*) FROM state JOIN examination ON examination.id = state.examination
        WHERE item = ? AND until_run IS NULL AND content IS NULL AND recipe = ? AND outcome = ?
          AND reason IS ? AND error IS ? AND byte_count = ? AND modified IS ? AND changed IS ?
        """)
    let count = try Int.fetchOne(
      statement,
      arguments: [
        id, recipe, end.outcome, end.reason, end.errorNumber, item.record.byteCount,
        facts?.modified, facts?.changed,
      ])
    return count == 1
  }

  /// Writes blocks of an examination that goes on.
  mutating func write(
    _ blocks: [FindingPacker.Block], examination: Int64, firstNumber: Int, firstOrdinal: Int,
    in database: Database
  ) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO finding_block VALUES (?, ?, ?, ?)")
    var ordinal = firstOrdinal
    for (offset, block) in blocks.enumerated() {
      try statement.execute(arguments: [
        examination, firstNumber + offset, ordinal, Data(block.body),
      ])
      ordinal += block.count
      for hash in block.hashes { values.append((hash, examination)) }
    }
  }

  /// Writes what is better written in order; comes last in a transaction.
  mutating func finish(in database: Database) throws {
    values.sort { ($0.hash, $0.examination) < ($1.hash, $1.examination) }
    let statement = try database.cachedStatement(sql: "INSERT OR IGNORE INTO value VALUES (?, ?)")
    for value in values {
      try statement.execute(arguments: [Data(value.hash.bytes), value.examination])
    }
    values.removeAll(keepingCapacity: true)
  }

  // MARK: Examinations

  /// The id of the examination that the item has, which is written unless its content has one.
  private mutating func examination(
    of item: ExaminedItem, _ content: Int64?, in database: Database
  ) throws -> Int64 {
    guard let content else {
      return try insertExamination(of: item, content: nil, in: database)
    }
    let known = try Int64.fetchOne(
      database.cachedStatement(
        sql: "SELECT min(id) FROM examination WHERE content = ? AND recipe = ?"),
      arguments: [content, recipe])
    return try known ?? insertExamination(of: item, content: content, in: database)
  }

  private func content(
    _ digest: ContentDigest, _ byteCount: Int, in database: Database
  ) throws -> Int64 {
    let bytes = Data(digest.bytes)
    let known = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM content WHERE digest = ?"), arguments: [bytes])
    if let known { return known }
    try database.cachedStatement(sql: "INSERT INTO content (digest, byte_count) VALUES (?, ?)")
      .execute(arguments: [bytes, byteCount])
    return database.lastInsertedRowID
  }

  private mutating func insertExamination(
    of item: ExaminedItem, content: Int64?, in database: Database
  ) throws -> Int64 {
    let record = item.record
    let end = StoredOutcome(record.outcome, byteCount: record.byteCount)
    var members: Data?
    if record.members != MemberTally() {
      var wire = WireWriter()
      record.members.write(to: &wire)
      members = Data(wire.bytes)
    }
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO examination (id, content, recipe, content_type, outcome, reason, error, examined,
          members, stopped) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      item.examination, content, recipe, record.contentType, end.outcome, end.reason,
      end.errorNumber, end.examinedByteCount, members,
      record.stoppedPatterns.joined(separator: " "),
    ])
    let examination = item.examination
    for tally in record.contentTallies { try insert(tally, examination, in: database) }
    if !item.hasEarlyBlocks {
      try write(
        item.blocks, examination: examination, firstNumber: 0, firstOrdinal: 0, in: database)
    }
    return examination
  }

  private func insert(
    _ tally: KindTally, _ examination: Int64, in database: Database
  ) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO tally VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    let examples = FindingPacker.pack(tally.examples, hasher)?.body ?? []
    try statement.execute(arguments: [
      examination, tally.kind, tally.countByLevel[.low], tally.countByLevel[.medium],
      tally.countByLevel[.high], tally.distinctCount,
      Int((tally.highestConfidence.value * 100).rounded()), Data(examples),
    ])
  }

  // MARK: States

  private mutating func writeState(
    of item: ExaminedItem, _ id: Int64, _ examination: Int64, in database: Database
  ) throws {
    let current = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT id, first_run FROM state WHERE item = ? AND until_run IS NULL"),
      arguments: [id])
    if let current {
      let state: Int64 = current[0]
      if current[1] == run {
        // A run that goes on after it was killed has no history within itself.
        try database.execute(sql: "DELETE FROM state WHERE id = ?", arguments: [state])
      } else {
        try database.execute(
          sql: "UPDATE state SET until_run = ? WHERE id = ?", arguments: [run, state])
      }
    }
    let facts = item.record.facts
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO state (item, first_run, examination, path_findings, device, inode, byte_count,
          modified, changed, link_count, mode, user_id, group_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      id, run, examination, item.pathFindings.map { Data($0.body) },
      facts.map { Int64(bitPattern: $0.identity.device) },
      facts.map { Int64(bitPattern: $0.identity.inode) }, item.record.byteCount, facts?.modified,
      facts?.changed, facts?.hardLinkCount, facts.map { Int($0.mode) },
      facts.map { Int($0.userID) }, facts.map { Int($0.groupID) },
    ])
  }

  private mutating func itemID(_ path: FilePath, in database: Database) throws -> Int64 {
    let folder = try folderID(path.folder, in: database)
    let name = Data(path.name)
    let known = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM item WHERE folder = ? AND name = ?"),
      arguments: [folder, name])
    if let known { return known }
    try database.cachedStatement(sql: "INSERT INTO item (folder, name) VALUES (?, ?)")
      .execute(arguments: [folder, name])
    return database.lastInsertedRowID
  }

  private mutating func folderID(_ path: FilePath, in database: Database) throws -> Int64 {
    if let id = folders[path] { return id }
    if folders.count >= Self.folderLimit { folders.removeAll() }
    let bytes = Data(path.bytes)
    var id = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM folder WHERE path = ?"), arguments: [bytes])
    if id == nil {
      try database.cachedStatement(sql: "INSERT INTO folder (path) VALUES (?)")
        .execute(arguments: [bytes])
      id = database.lastInsertedRowID
    }
    folders[path] = id
    return id ?? 0
  }
}
