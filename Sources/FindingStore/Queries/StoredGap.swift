internal import Foundation
internal import GRDB
package import ScanModel

/// A file that is there as far as runs have seen, and that was not examined to its end.
package struct StoredGap: Hashable, Sendable {
  package let path: FilePath
  package let byteCount: Int
  /// The id of its content type, empty where it was never opened.
  package let contentType: String
  package let outcome: Outcome
}

extension FindingStore {
  /// Calls back with the files that were not examined to their end, ordered by path.
  package func eachGap(_ take: (StoredGap) -> Void) throws(StoreError) {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT \(QueryCondition.path) AS path, state.byte_count, content_type, outcome, reason,
            error, examined
          FROM \(QueryCondition.tables)
          WHERE \(QueryCondition.isCurrent.sql) AND outcome <> 'scanned' ORDER BY path
          """)
      while let row = try rows.next() {
        let end = StoredOutcome(
          outcome: row[3], reason: row[4], errorNumber: row[5], examinedByteCount: row[6])
        guard let outcome = end.end else { throw StoreError.damaged(path) }
        take(
          StoredGap(
            path: FilePath(Array(row[0] as Data)), byteCount: row[1], contentType: row[2],
            outcome: outcome))
      }
    }
  }
}
