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
            WHERE until_run IS NULL AND content IS NOT NULL
            GROUP BY content HAVING count(*) > 1)
          SELECT content, copies.examination, digest, byte_count, file_count,
            sum(low + medium + high) * copy_count AS weight
          FROM copies JOIN content ON content.id = content
            JOIN tally ON tally.examination = copies.examination
          GROUP BY content ORDER BY weight DESC, digest
          """)
      while let row = try rows.next() {
        let examination: Int64 = row[1]
        let counts = try Row.fetchAll(
          database.cachedStatement(
            sql: "SELECT kind, low + medium + high FROM tally WHERE examination = ?"),
          arguments: [examination])
        take(
          DuplicateGroup(
            byteCount: row[3],
            counts: Dictionary(
              counts.map { ($0[0] as String, $0[1] as Int) }, uniquingKeysWith: +),
            paths: try self.currentPaths(ofContent: row[0], in: database),
            distinctFileCount: max(row[4], 1)))
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
