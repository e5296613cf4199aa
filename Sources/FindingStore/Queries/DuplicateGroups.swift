internal import Foundation
internal import GRDB
package import ScanModel

/// Files of equal content that hold personal data.
package struct DuplicateGroup: Hashable, Sendable {
  /// Of each of them.
  package let byteCount: Int
  /// In one of them, by kind.
  package let counts: [String: Int]
  /// By their bytes.
  package let paths: [FilePath]
  /// Without names that lead to the same file (hard links).
  package let distinctFileCount: Int

  /// In one of them.
  package var findingCount: Int { counts.values.reduce(0, +) }
}

extension FindingStore {
  /// Calls back with all groups, those with most findings times copies first.
  package func eachDuplicateGroup(_ take: (DuplicateGroup) -> Void) throws(StoreError) {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          WITH copies AS (
            SELECT content, max(examination.id) AS examination, count(*) AS copy_count,
              count(DISTINCT device || '.' || inode) AS file_count
            FROM state JOIN examination ON examination.id = state.examination
            WHERE until_run IS NULL AND content IS NOT NULL AND length(tallies) > 0
            GROUP BY content HAVING count(*) > 1)
          SELECT copies.content, tallies, byte_count, file_count
          FROM copies JOIN content ON content.id = copies.content
            JOIN examination ON examination.id = copies.examination
          ORDER BY finding_count(tallies) * copy_count DESC, digest
          """)
      while let row = try rows.next() {
        let tallies = try PackedTallies(Array(row[1] as Data)).tallies
        take(
          DuplicateGroup(
            byteCount: row[2],
            counts: Dictionary(
              tallies.map { ($0.kind, $0.count) }, uniquingKeysWith: +),
            paths: try self.currentPaths(ofContent: row[0], in: database),
            distinctFileCount: max(row[3], 1)))
      }
    }
  }

  /// The paths under which the content is found now, by their bytes.
  func currentPaths(ofContent content: Int64, in database: Database) throws -> [FilePath] {
    try Data.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT \(QueryCondition.path) AS path FROM \(QueryCondition.tables)
          WHERE until_run IS NULL AND examination.content = ? ORDER BY path
          """),
      arguments: [content]
    ).map { FilePath(Array($0)) }
  }
}
