internal import Cryptography
internal import Foundation
internal import GRDB
internal import ScanModel

extension FindingStore {
  /// Where the findings are that are called so: more than one where contents share their letters.
  package func places(of id: FindingID) throws(StoreError) -> [FindingPlace] {
    try read { database in
      let codes = try FindingCodes(self.hasher, database)
      let holders =
        try id.isInPath
        ? self.paths(id.code, codes, in: database)
        : self.contents(id.code, codes, in: database)
          + self.filesWithoutContent(id.code, codes, in: database)
      return try holders.map { FindingPlace(id, $0) }
        .filter { try self.finding($0, in: database) != nil }
    }
  }

  private func contents(
    _ code: FindingCode, _ codes: FindingCodes, in database: Database
  ) throws -> [FindingPlace.Holder] {
    let start = code.digestStart
    let end = start + [UInt8](repeating: .max, count: 32 - start.count)
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT min(examination.id), recipe FROM content
          JOIN examination ON examination.content = content.id
        WHERE digest BETWEEN ? AND ? GROUP BY content.id, recipe
        """, arguments: [Data(start), Data(end)])
    return rows.filter { codes.isCode(code, of: $0[1]) }.map { .examination($0[0]) }
  }

  /// Files of which not all bytes are known, as they were examined last.
  private func filesWithoutContent(
    _ code: FindingCode, _ codes: FindingCodes, in database: Database
  ) throws -> [FindingPlace.Holder] {
    try states(
      code, codes, "examination.content IS NULL AND length(tallies) > 0", in: database
    ).map { .examination($0[2]) }
  }

  private func paths(
    _ code: FindingCode, _ codes: FindingCodes, in database: Database
  ) throws -> [FindingPlace.Holder] {
    try states(code, codes, "path_findings IS NOT NULL", in: database)
      .map { .path(item: $0[0], state: $0[1]) }
  }

  /// Item, state and examination of files whose paths have these letters, each as it was last.
  private func states(
    _ code: FindingCode, _ codes: FindingCodes, _ condition: String, in database: Database
  ) throws -> [Row] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT state.item, state.id, state.examination, recipe, \(QueryCondition.path)
        FROM \(QueryCondition.tables) WHERE \(condition)
        ORDER BY until_run IS NULL DESC, state.id DESC
        """)
    var items: Set<Int64> = []
    var found: [Row] = []
    while let row = try rows.next() {
      let path = FilePath(Array(row[4] as Data))
      guard codes.code(of: path, recipe: row[3]) == code, items.insert(row[0]).inserted else {
        continue
      }
      found.append(row.copy())
    }
    return found
  }

  /// The finding of a place that `places` gave.
  func keptFinding(_ place: FindingPlace, in database: Database) throws -> StoredFinding {
    guard let finding = try finding(place, in: database) else { throw StoreError.damaged(path) }
    return finding
  }

  /// The finding that is kept there; nil where there are not so many.
  private func finding(_ place: FindingPlace, in database: Database) throws -> StoredFinding? {
    let ordinal = place.id.ordinal
    switch place.holder {
    case .path(_, let state):
      let packed = try Data.fetchOne(
        database, sql: "SELECT path_findings FROM state WHERE id = ?", arguments: [state])
      return try packed.map { try PackedFindings(Array($0)).findings }?.element(at: ordinal - 1)
    case .examination(let examination):
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT first, body FROM finding_block WHERE examination = ? AND first < ?
          ORDER BY first DESC LIMIT 1
          """, arguments: [examination, ordinal])
      guard let row else { return nil }
      let findings = try PackedFindings(Array(row[1] as Data)).findings
      return findings.element(at: ordinal - 1 - (row[0] as Int))
    }
  }
}

extension Array {
  fileprivate func element(at index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
