internal import Cryptography
internal import Foundation
internal import GRDB
internal import ScanModel

/// Two runs side by side; what lies within the roots of both is compared.
package struct RunComparison: Sendable {
  package let old: StoredRun
  package let new: StoredRun
  private let store: FindingStore

  /// Puts the two in the order in which they began.
  package init(_ run: StoredRun, _ other: StoredRun, in store: FindingStore) {
    (old, new) = run.id <= other.id ? (run, other) : (other, run)
    self.store = store
  }

  /// What was there at the end of each, by kind.
  package func totals() throws(StoreError) -> (old: [KindTotals], new: [KindTotals]) {
    let roots = [old.roots, new.roots]
    return try store.read { database in
      (
        try store.totals(.held(in: old.id), within: roots, in: database),
        try store.totals(.held(in: new.id), within: roots, in: database)
      )
    }
  }

  /// How many files there were at the end of the new run.
  package func newFileCount() throws(StoreError) -> Int {
    let condition = QueryCondition(all: [
      .held(in: new.id), .within(old.roots), .within(new.roots),
    ])
    return try store.read { database in
      try Int.fetchOne(
        database,
        sql: "SELECT count(*) FROM \(QueryCondition.tables) WHERE \(condition.sql)",
        arguments: condition.values) ?? 0
    }
  }

  /// Calls back with every file that is not as it was, ordered by the bytes of the paths.
  ///
  /// Memory: the paths of these files, and the hashes of the findings of one.
  package func eachChange(_ take: (FileChange) -> Void) throws(StoreError) {
    let roots = QueryCondition(all: [.within(old.roots), .within(new.roots)])
    let arguments: [any DatabaseValueConvertible] =
      [old.id, old.id, new.id] + roots.arguments
      + [old.id, new.id, new.id] + roots.arguments
    try store.read { database in
      let rows = try Row.fetchCursor(
        database, sql: Self.query(roots.sql),
        arguments: StatementArguments(arguments.map(\.databaseValue)))
      while let row = try rows.next() {
        if let change = try change(row, database) { take(change) }
      }
    }
  }

  /// Each row has the old and the new path, content, examination and packed findings in the path.
  private static func query(_ roots: String) -> String {
    let columns = """
      SELECT item, \(QueryCondition.path) AS path, content, state.examination AS examination,
        path_findings, state.byte_count AS byte_count FROM \(QueryCondition.tables)
      """
    return """
      WITH old AS MATERIALIZED (\(columns) WHERE first_run <= ? AND until_run > ?
        AND until_run <= ? AND \(roots)),
      new AS MATERIALIZED (\(columns) WHERE first_run > ? AND first_run <= ?
        AND (until_run IS NULL OR until_run > ?) AND \(roots)),
      departed AS MATERIALIZED (SELECT *, row_number() OVER (PARTITION BY content ORDER BY path) AS place
        FROM old WHERE item NOT IN (SELECT item FROM new)),
      arrived AS MATERIALIZED (SELECT *, row_number() OVER (PARTITION BY content ORDER BY path) AS place
        FROM new WHERE item NOT IN (SELECT item FROM old)),
      moved AS MATERIALIZED (SELECT departed.item AS old_item, arrived.item AS new_item
        FROM departed JOIN arrived ON arrived.content = departed.content AND arrived.place = departed.place
        WHERE departed.byte_count > 0)
      SELECT \(pair("old", "new")) FROM old JOIN new ON new.item = old.item
      UNION ALL SELECT \(pair("departed", "arrived")) FROM moved
        JOIN departed ON departed.item = old_item JOIN arrived ON arrived.item = new_item
      UNION ALL SELECT \(pair("departed", nil)) FROM departed
        WHERE item NOT IN (SELECT old_item FROM moved)
      UNION ALL SELECT \(pair(nil, "arrived")) FROM arrived
        WHERE item NOT IN (SELECT new_item FROM moved)
      ORDER BY sort_path
      """
  }

  private static func pair(_ old: String?, _ new: String?) -> String {
    let columns = ["path", "content", "examination", "path_findings"]
    let both = [old, new].flatMap { table in
      columns.map { column in table.map { "\($0).\(column)" } ?? "NULL" }
    }
    return (both + ["\(new ?? old ?? "").path AS sort_path"]).joined(separator: ", ")
  }

  private func change(_ row: Row, _ database: Database) throws -> FileChange? {
    let oldPath = (row[0] as Data?).map { FilePath(Array($0)) }
    let newPath = (row[4] as Data?).map { FilePath(Array($0)) }
    var counts: [Finding: Int] = [:]
    if newPath != nil { try count(row[6], row[7], by: 1, into: &counts, database) }
    if oldPath != nil { try count(row[2], row[3], by: -1, into: &counts, database) }
    var newCounts: [String: Int] = [:]
    var goneCounts: [String: Int] = [:]
    for (finding, count) in counts {
      if count > 0 { newCounts[finding.kind, default: 0] += count }
      if count < 0 { goneCounts[finding.kind, default: 0] -= count }
    }
    let sort: FileChange.Sort
    switch (oldPath, newPath) {
    case (nil, _): sort = .new
    case (_, nil): sort = .gone
    case (let old, let new) where old != new: sort = .moved
    default:
      let isSame = row[1] as Int64? == row[5] as Int64? && row[1] as Int64? != nil
      if isSame && newCounts.isEmpty && goneCounts.isEmpty { return nil }
      sort = isSame ? .reexamined : .changed
    }
    guard let path = newPath ?? oldPath else { return nil }
    return FileChange(
      sort: sort, path: path, oldPath: sort == .moved ? oldPath : nil, newCounts: newCounts,
      goneCounts: goneCounts)
  }

  /// A value, as often as it occurs.
  private struct Finding: Hashable {
    let kind: String
    let hash: ValueHash
  }

  private func count(
    _ examination: Int64, _ inPath: Data?, by step: Int, into counts: inout [Finding: Int],
    _ database: Database
  ) throws {
    func take(_ batch: [StoredFinding]) {
      for finding in batch {
        counts[Finding(kind: finding.kind, hash: finding.hash), default: 0] += step
      }
    }
    try store.eachFindings(of: examination, in: database) { take($0) }
    if let inPath { take(try PackedFindings(Array(inPath)).findings) }
  }
}
