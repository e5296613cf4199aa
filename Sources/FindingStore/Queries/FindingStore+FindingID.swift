internal import Foundation
internal import GRDB

extension FindingStore {
  /// The finding that is called so.
  func finding(_ id: FindingID, in database: Database) throws -> StoredFinding? {
    if let item = id.item {
      let packed = try Data.fetchOne(
        database,
        sql: """
          SELECT path_findings FROM state WHERE item = ? AND path_findings IS NOT NULL
          ORDER BY until_run IS NULL DESC, id DESC LIMIT 1
          """, arguments: [item])
      let findings = try packed.map { try PackedFindings(Array($0)).findings } ?? []
      return findings.indices.contains(id.ordinal - 1) ? findings[id.ordinal - 1] : nil
    }
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT first, body FROM finding_block WHERE examination = ? AND first < ?
        ORDER BY first DESC LIMIT 1
        """, arguments: [id.examination, id.ordinal])
    guard let row else { return nil }
    let findings = try PackedFindings(Array(row[1] as Data)).findings
    let index = id.ordinal - 1 - (row[0] as Int)
    return findings.indices.contains(index) ? findings[index] : nil
  }
}
