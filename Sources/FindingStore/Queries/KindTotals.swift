internal import Foundation
internal import GRDB
package import ScanModel

/// The findings of one kind in all files of a moment.
package struct KindTotals: Hashable, Sendable {
  package let kind: String
  package fileprivate(set) var countByLevel: LevelCounts
  package fileprivate(set) var fileCount: Int

  package var count: Int { countByLevel.total }
}

extension FindingStore {
  /// What was there at the end of the run, within its roots; ordered by kind.
  package func totals(of run: StoredRun) throws(StoreError) -> [KindTotals] {
    try read { database in
      try self.totals(.held(in: run.id), within: [run.roots], in: database)
    }
  }

  /// How many findings there were at the end of the run.
  package func findingCount(of run: StoredRun) throws(StoreError) -> Int {
    try totals(of: run).reduce(0) { $0 + $1.count }
  }

  func totals(
    _ moment: QueryCondition, within roots: [[FilePath]], in database: Database
  ) throws -> [KindTotals] {
    let condition = QueryCondition(all: [moment] + roots.map { QueryCondition.within($0) })
    let arguments = condition.values
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT kind, sum(low), sum(medium), sum(high), count(*)
        FROM \(QueryCondition.tables) JOIN tally ON tally.examination = state.examination
        WHERE \(condition.sql) GROUP BY kind
        """, arguments: arguments)
    var totals: [String: KindTotals] = [:]
    for row in rows {
      let kind: String = row[0]
      totals[kind] = KindTotals(
        kind: kind, countByLevel: LevelCounts(low: row[1], medium: row[2], high: row[3]),
        fileCount: row[4])
    }
    // Tallies are of contents; what lies in paths comes on top.
    let inPaths = try Row.fetchCursor(
      database,
      sql: """
        SELECT state.examination, path_findings FROM \(QueryCondition.tables)
        WHERE path_findings IS NOT NULL AND \(condition.sql)
        """, arguments: arguments)
    while let row = try inPaths.next() {
      try add(row[1], examination: row[0], to: &totals, in: database)
    }
    return totals.values.sorted { $0.kind < $1.kind }
  }

  /// Adds findings in the path of a file to the totals.
  private func add(
    _ packed: Data, examination: Int64, to totals: inout [String: KindTotals],
    in database: Database
  ) throws {
    var counts: [String: LevelCounts] = [:]
    for finding in try PackedFindings(Array(packed)).findings {
      counts[finding.kind, default: LevelCounts()].count(finding.confidence.level)
    }
    for (kind, levels) in counts {
      let isInContent =
        try Int.fetchOne(
          database.cachedStatement(
            sql: "SELECT count(*) FROM tally WHERE examination = ? AND kind = ?"),
          arguments: [examination, kind]) == 1
      var total =
        totals[kind] ?? KindTotals(kind: kind, countByLevel: LevelCounts(), fileCount: 0)
      total.countByLevel.add(levels)
      if !isInContent { total.fileCount += 1 }
      totals[kind] = total
    }
  }
}
