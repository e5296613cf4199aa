internal import Foundation
internal import GRDB
package import ScanModel

/// The findings of one kind in all files of a moment.
package struct KindTotals: Hashable, Sendable {
  package let kind: String
  package private(set) var countByLevel = LevelCounts()
  package private(set) var fileCount = 0

  init(_ kind: String) {
    self.kind = kind
  }

  package var count: Int { countByLevel.total }

  fileprivate mutating func add(_ counts: LevelCounts, newFiles: Int) {
    countByLevel.add(counts)
    fileCount += newFiles
  }
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
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT tallies FROM \(QueryCondition.tables)
        WHERE length(tallies) > 0 AND \(condition.sql)
        """, arguments: arguments)
    var totals: [String: KindTotals] = [:]
    while let row = try rows.next() {
      for tally in try PackedTallies(Array(row[0] as Data)).tallies {
        totals[tally.kind, default: KindTotals(tally.kind)].add(tally.countByLevel, newFiles: 1)
      }
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
    let inContent = try self.counts(of: examination, in: database)
    var counts: [String: LevelCounts] = [:]
    for finding in try PackedFindings(Array(packed)).findings {
      counts[finding.kind, default: LevelCounts()].count(finding.confidence.level)
    }
    for (kind, levels) in counts {
      let isInContent = inContent.contains { $0.kind == kind }
      totals[kind, default: KindTotals(kind)].add(levels, newFiles: isInContent ? 0 : 1)
    }
  }
}
