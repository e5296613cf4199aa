internal import Foundation
internal import GRDB
internal import ScanModel

/// Removes runs or folders from the tables, within a transaction.
struct Purge {
  private let database: Database
  private var counts = PurgeCounts()

  init(_ database: Database) {
    self.database = database
  }

  mutating func remove(_ selection: PurgeSelection) throws -> PurgeCounts? {
    switch selection {
    case .run(let name):
      let run = try Int64.fetchOne(
        database, sql: "SELECT id FROM run WHERE name = ?", arguments: [name])
      guard let run else { return nil }
      try remove(runs: [run])
    case .endedBefore(let time):
      let runs = try Int64.fetchSet(
        database, sql: "SELECT id FROM run WHERE coalesce(ended, started) < ?", arguments: [time])
      try remove(runs: runs)
    case .root(let folder): try remove(folder)
    case .everything:
      counts.runs = try delete("run")
      for table in ["run_root", "state"] { try delete(table) }
      counts.decisions = try delete("decision")
      try delete("decision_file")
    }
    try removeWhatIsLoose()
    return counts
  }

  // MARK: Runs

  /// Removes runs; what a later run knows too is from then on its own.
  private mutating func remove(runs: Set<Int64>) throws {
    guard !runs.isEmpty else { return }
    let knowledge = try RunKnowledge(database, without: runs)
    let list = runs.map { String($0) }.joined(separator: ",")
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT state.id, first_run, until_run, folder.path, item.name
        FROM state JOIN item ON item.id = state.item JOIN folder ON folder.id = item.folder
        WHERE first_run IN (\(list)) OR until_run IN (\(list))
        """)
    for row in rows {
      let state: Int64 = row[0]
      let end: Int64? = row[2]
      let folder: Data = row[3]
      let name: Data = row[4]
      let path = FilePath(Array(folder)).appending(Array(name))
      guard let first = knowledge.run(of: path, from: row[1], before: end) else {
        try delete("state", "id = \(state)")
        continue
      }
      let newEnd = end.flatMap { knowledge.run(of: path, from: $0, before: nil) }
      try database.execute(
        sql: "UPDATE state SET first_run = ?, until_run = ? WHERE id = ?",
        arguments: [first, newEnd, state])
    }
    try delete("run_root", "run IN (\(list))")
    counts.runs = try delete("run", "id IN (\(list))")
  }

  // MARK: Folders

  private mutating func remove(_ folder: FilePath) throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT item.id, folder.path, item.name FROM item JOIN folder ON folder.id = item.folder
        """)
    for row in rows {
      let parent: Data = row[1]
      let name: Data = row[2]
      guard FilePath(Array(parent)).appending(Array(name)).isWithin(folder) else { continue }
      let item: Int64 = row[0]
      try delete("state", "item = \(item)")
    }
    for row in try Row.fetchAll(database, sql: "SELECT run, position, path FROM run_root") {
      let path: Data = row[2]
      guard FilePath(Array(path)).isWithin(folder) else { continue }
      try database.execute(
        sql: "DELETE FROM run_root WHERE run = ? AND position = ?", arguments: [row[0], row[1]])
    }
    let empty = try Int64.fetchSet(
      database, sql: "SELECT id FROM run WHERE id NOT IN (SELECT run FROM run_root)")
    try remove(runs: empty)
    for decision in try Decision.all(in: database)
    where decision.hash == nil && decision.path?.isWithin(folder) == true {
      counts.decisions += try delete("decision", "id = \(decision.id)")
    }
  }

  // MARK: What nothing refers to

  private mutating func removeWhatIsLoose() throws {
    counts.items = try delete("item", "id NOT IN (SELECT item FROM state)")
    try delete("folder", "id NOT IN (SELECT folder FROM item)")
    try delete("examination", "id NOT IN (SELECT examination FROM state)")
    try delete("finding_block", "examination NOT IN (SELECT id FROM examination)")
    try ValueIndex.rebuild(in: database)
    counts.contents = try delete(
      "content", "id NOT IN (SELECT content FROM examination WHERE content IS NOT NULL)")
    try delete(
      "recipe", "id NOT IN (SELECT recipe FROM run UNION SELECT recipe FROM examination)")
    try delete(
      "account",
      """
      sort = 0 AND number NOT IN (SELECT user_id FROM state WHERE user_id IS NOT NULL)
      OR sort = 1 AND number NOT IN (SELECT group_id FROM state WHERE group_id IS NOT NULL)
      """)
    try removeLooseDecisions()
  }

  /// Removes the decisions on single findings of which nothing is left, and the paths of the others.
  private mutating func removeLooseDecisions() throws {
    let unknown = DecisionLineage.unknown
    for (column, table) in [("item", "item"), ("content", "content")] {
      try database.execute(
        sql: """
          UPDATE OR REPLACE decision_file SET \(column) = \(unknown)
          WHERE \(column) NOT IN (SELECT id FROM \(table))
          """)
    }
    try delete("decision_file", "item = \(unknown) AND content = \(unknown)")
    counts.decisions += try delete(
      "decision",
      "hash IS NOT NULL AND path IS NOT NULL AND id NOT IN (SELECT decision FROM decision_file)")
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT decision.id, decision.path, folder.path, item.name
        FROM decision JOIN decision_file ON decision = decision.id
          LEFT JOIN item ON item.id = decision_file.item
          LEFT JOIN folder ON folder.id = item.folder
        WHERE hash IS NOT NULL AND decision.path IS NOT NULL ORDER BY decision.id, item.id DESC
        """)
    var paths: [Int64: [FilePath]] = [:]
    var given: [Int64: FilePath] = [:]
    for row in rows {
      let id: Int64 = row[0]
      let path: Data = row[1]
      given[id] = FilePath(Array(path))
      guard let folder = row[2] as Data?, let name = row[3] as Data? else { continue }
      paths[id, default: []].append(FilePath(Array(folder)).appending(Array(name)))
    }
    for (id, path) in given where paths[id]?.contains(path) != true {
      // It goes on with the file that it has followed; one that knows a content alone keeps none.
      let next = paths[id]?.first ?? FilePath("/")
      try database.execute(
        sql: "UPDATE decision SET path = ? WHERE id = ?", arguments: [Data(next.bytes), id])
    }
  }

  /// Deletes rows; tells how many.
  @discardableResult
  private func delete(_ table: String, _ condition: String = "true") throws -> Int {
    try database.execute(sql: "DELETE FROM \(table) WHERE \(condition)")
    return database.changesCount
  }
}
