internal import Cryptography
internal import Foundation
internal import GRDB
internal import ScanModel

/// A run as it begins, and what it knows then.
struct RunBeginning {
  let run: Int64
  let recipe: Int64
  let isContinued: Bool
  /// The name of the run; that of a run that goes on stays.
  let name: String
  private let description: RunDescription

  /// Writes the run, or takes up the last of the same roots and recipe, if it has not ended.
  init(
    _ database: Database, _ description: RunDescription, _ hasher: ValueHasher
  ) throws {
    self.description = description
    recipe = try Self.recipe(description, hasher, in: database)
    try Self.removeLooseBlocks(in: database)
    if let open = try Self.openRun(description, recipe, in: database) {
      run = open
      isContinued = true
      name =
        try String.fetchOne(database, sql: "SELECT name FROM run WHERE id = ?", arguments: [run])
        ?? description.name
      try database.execute(sql: "UPDATE run SET status = 'running' WHERE id = ?", arguments: [run])
      return
    }
    isContinued = false
    name = description.name
    try database.execute(
      sql: """
        INSERT INTO run (name, started, status, recipe, tool, options, host, user)
        VALUES (?, ?, 'running', ?, ?, ?, ?, ?)
        """,
      arguments: [
        description.name, description.started, recipe, description.toolVersion,
        description.options.joined(separator: "\n"), description.host, description.user,
      ])
    run = database.lastInsertedRowID
    for (position, path) in description.roots.realPaths.enumerated() {
      try database.execute(
        sql: "INSERT INTO run_root VALUES (?, ?, ?)", arguments: [run, position, Data(path.bytes)])
    }
  }

  private static func recipe(
    _ description: RunDescription, _ hasher: ValueHasher, in database: Database
  ) throws -> Int64 {
    let digest = Data(hasher.code(of: description.recipe, for: "recipe"))
    let known = try Int64.fetchOne(
      database, sql: "SELECT id FROM recipe WHERE digest = ?", arguments: [digest])
    if let known { return known }
    try database.execute(
      sql: "INSERT INTO recipe (digest, description) VALUES (?, ?)",
      arguments: [digest, description.recipeText])
    return database.lastInsertedRowID
  }

  /// The last run, where it has the same roots and recipe and was killed or interrupted.
  private static func openRun(
    _ description: RunDescription, _ recipe: Int64, in database: Database
  ) throws -> Int64? {
    let runs = try Row.fetchAll(
      database, sql: "SELECT id, status, recipe FROM run ORDER BY id DESC")
    for row in runs {
      let run: Int64 = row[0]
      let paths = try Data.fetchAll(
        database, sql: "SELECT path FROM run_root WHERE run = ? ORDER BY position",
        arguments: [run])
      guard paths.map({ FilePath(Array($0)) }) == description.roots.realPaths else { continue }
      return row[1] != "complete" && row[2] == recipe ? run : nil
    }
    return nil
  }

  /// Removes blocks of files at whose end the process was gone.
  private static func removeLooseBlocks(in database: Database) throws {
    let openCount = try Int.fetchOne(
      database, sql: "SELECT count(*) FROM run WHERE status = 'running'")
    guard openCount != 0 else { return }
    try database.execute(
      sql: "DELETE FROM finding_block WHERE examination NOT IN (SELECT id FROM examination)")
  }

  /// What need not be read again where it has not changed, read on up to `jobCount` threads.
  func knownItems(_ store: FindingStore, jobCount: Int) throws(StoreError) -> KnownItems {
    let states = try store.read { try Self.states($0) }
    let threadCount = min(jobCount, FindingStore.readerCount)
    let parts = try store.read(each: states.parts(threadCount)) { database, states in
      try knownItems(states, in: database)
    }
    return KnownItems(description.comparison, parts)
  }

  /// The ids that states have.
  private static func states(_ database: Database) throws -> ClosedRange<Int64> {
    let ends = try RawStatement(
      database, "SELECT (SELECT min(id) FROM state), (SELECT max(id) FROM state)")
    defer { ends.reset() }
    return try ends.next() ? ends.integer(0)...ends.integer(1) : 0...0
  }

  private func knownItems(
    _ states: ClosedRange<Int64>, in database: Database
  ) throws -> KnownItems.Part {
    var items = KnownItems.Part()
    let rows = try RawStatement(
      database,
      """
      SELECT state.id, item.folder, item.name, device, inode, byte_count, modified, changed,
        content_type = 'sqlite'
      FROM state JOIN item ON item.id = state.item
        JOIN examination ON examination.id = state.examination
      WHERE state.id BETWEEN ? AND ? AND until_run IS NULL AND modified IS NOT NULL AND recipe = ?
        AND \(StoredOutcome.isLasting)
      """)
    rows.bind(1, states.lowerBound)
    rows.bind(2, states.upperBound)
    rows.bind(3, recipe)
    var folders = FolderPaths(try RawStatement(database, FolderPaths.sql))
    var path: [UInt8] = []
    while try rows.next() {
      try folders.path(rows.integer(1), into: &path)
      rows.append(2, to: &path)
      guard description.roots.contain(path) else { continue }
      items.add(
        path: path,
        FileFacts(
          identity: FileIdentity(
            device: UInt64(bitPattern: rows.integer(3)), inode: UInt64(bitPattern: rows.integer(4))),
          byteCount: Int(rows.integer(5)), modified: rows.integer(6), changed: rows.integer(7),
          hardLinkCount: 1),
        isDatabase: rows.integer(8) == 1, stateID: rows.integer(0))
    }
    return items
  }

  /// The sizes of all contents that this recipe has examined.
  func contentSizes(_ database: Database) throws -> Set<Int> {
    try Int.fetchSet(
      database,
      sql: """
        SELECT byte_count FROM content WHERE id IN (SELECT content FROM examination WHERE recipe = ?)
        """,
      arguments: [recipe])
  }

  /// From which id on no examination has one, nor blocks of one.
  func nextExamination(_ database: Database) throws -> Int64 {
    let last = try Int64.fetchOne(
      database,
      sql: """
        SELECT max((SELECT coalesce(max(id), 0) FROM examination),
          (SELECT coalesce(max(examination), 0) FROM finding_block))
        """)
    return (last ?? 0) + 1
  }
}

extension ClosedRange<Int64> {
  /// The range in up to `count` parts of about the same length.
  fileprivate func parts(_ count: Int) -> [ClosedRange<Int64>] {
    let length = (upperBound - lowerBound) / Int64(count) + 1
    return stride(from: lowerBound, through: upperBound, by: Int(length)).map {
      $0...Swift.min($0 + length - 1, upperBound)
    }
  }
}
