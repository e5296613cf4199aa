internal import Cryptography
internal import Foundation
internal import GRDB
internal import ScanModel

extension FindingStore {
  /// Lists what is asked for; findings are shown for whose decision `shows` says so.
  ///
  /// Memory: the paths and ids of the files that are asked for, which are put in order, and one block
  /// of findings.
  package func list(
    _ query: FindingQuery, _ decisions: DecisionBook, shows: (Decision?) -> Bool,
    to receiver: some ListingReceiver
  ) throws(StoreError) -> ListingTotals {
    try read { database in
      var listing = FindingListing(
        query: query, decisions: decisions, store: self,
        timeline: RunTimeline(try self.runs(in: database)),
        codes: try FindingCodes(self.hasher, database))
      let condition = try query.condition(in: database)
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT \(QueryCondition.path) AS path, state.id, state.item, state.examination, content,
            path_findings, state.byte_count, user_id, first_run, until_run, content_type, outcome,
            reason, error, examined, state.modified, recipe, digest
          FROM \(QueryCondition.tables) LEFT JOIN content ON content.id = examination.content
          WHERE \(condition.sql) ORDER BY path, state.id
          """, arguments: condition.values)
      while let row = try rows.next(), !receiver.isDone {
        try listing.take(row, database, shows: shows, receiver)
      }
      return listing.totals
    }
  }
}

/// A list as it is made.
private struct FindingListing {
  let query: FindingQuery
  let decisions: DecisionBook
  let store: FindingStore
  let timeline: RunTimeline
  let codes: FindingCodes
  var totals = ListingTotals()

  mutating func take(
    _ row: Row, _ database: Database, shows: (Decision?) -> Bool,
    _ receiver: some ListingReceiver
  ) throws {
    let path = FilePath(Array(row[0] as Data))
    if query.matchesPath?(path) == false { return }
    let end = StoredOutcome(
      outcome: row[11], reason: row[12], errorNumber: row[13], examinedByteCount: row[14])
    guard let outcome = end.end else { throw StoreError.damaged(store.path) }
    let file = Provenance(path: path)
    var history = try history(of: row, path, database)
    var tallies = DistinctTallies()
    let item: Int64 = row[2]
    let examination: Int64 = row[3]
    try eachBatch(row, path, database) { batch, id in
      let content: Int64? = row[4]
      var shown: [ListedFinding] = []
      for (index, finding) in batch.enumerated() where query.takes(finding) {
        let decision = decisions.decision(on: finding, item: item, content: content, path: path)
        guard shows(decision) else {
          totals.hiddenCount += 1
          continue
        }
        let listed = ListedFinding(id: id(index), finding: finding, decision: decision)
        tallies.count(listed)
        if let decision { totals.decided.count(decision.verdict) }
        shown.append(listed)
      }
      if !shown.isEmpty { receiver.take(shown, history, in: file) }
    }
    if query.values != nil, tallies.isEmpty { return }
    totals.coverage.list()
    totals.coverage.end(outcome, contentType: row[10], byteCount: row[6])
    guard !tallies.isEmpty || outcome != .scanned else { return }
    let byKind = tallies.byKind
    for tally in byKind { totals.count(tally) }
    let whole = try store.examination(examination, in: database)
    history = history.naming(tallies.surest)
    receiver.take(
      FileRecord(
        provenance: file, byteCount: row[6], contentType: row[10], outcome: outcome,
        members: whole?.members ?? MemberTally(), stoppedPatterns: whole?.stoppedPatterns ?? [],
        tallies: byKind, history: history))
  }

  /// Calls back with the findings of a file: those in its content, then those in its path.
  private func eachBatch(
    _ row: Row, _ path: FilePath, _ database: Database,
    _ take: ([StoredFinding], (Int) -> FindingID) throws -> Void
  ) throws {
    let examination: Int64 = row[3]
    if try mayHoldFindings(examination, database) {
      let code = codes.code(ofContent: row[17], at: path, recipe: row[16])
      let blocks = try Row.fetchCursor(
        database.cachedStatement(
          sql: "SELECT first, body FROM finding_block WHERE examination = ? ORDER BY number"),
        arguments: [examination])
      while let block = try blocks.next() {
        let first: Int = block[0]
        let body = try block.withUnsafeData(atIndex: 1) { Array($0 ?? Data()) }
        guard try PackedFindings.mayHold(query.values, in: body) else { continue }
        try take(PackedFindings(body).findings) {
          FindingID(code, ordinal: first + $0 + 1)
        }
      }
    }
    guard let packed = row[5] as Data? else { return }
    let code = codes.code(of: path, recipe: row[16])
    try take(PackedFindings(Array(packed)).findings) {
      FindingID(code, ordinal: $0 + 1, isInPath: true)
    }
  }

  /// Whether a tally tells of findings that are asked for.
  private func mayHoldFindings(_ examination: Int64, _ database: Database) throws -> Bool {
    try store.counts(of: examination, in: database).contains { tally in
      let isOfLevel = Confidence.Level.allCases.contains {
        $0 >= query.minimumLevel && tally.countByLevel[$0] > 0
      }
      return isOfLevel && (query.kinds.isEmpty || query.kinds.contains(tally.kind))
    }
  }

  private func history(
    of row: Row, _ path: FilePath, _ database: Database
  ) throws -> FileHistory {
    let first: Int64 = row[8]
    let earliest = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT min(first_run) FROM state WHERE item = ?"),
      arguments: [row[2] as Int64])
    let until: Int64? = row[9]
    let contentCode: Data? = query.values == nil ? nil : row[17]
    return FileHistory(
      first: timeline.sighting(of: earliest ?? first),
      last: timeline.lastSighting(of: path, from: first, until: until),
      gone: until.map { timeline.sighting(of: $0) },
      owner: try store.accountName(row[7], in: database), modified: row[15],
      contentCode: contentCode.map { Array($0) })
  }
}

extension FileHistory {
  fileprivate func naming(_ findingIDs: [String: FindingID]) -> FileHistory {
    FileHistory(
      first: first, last: last, gone: gone, owner: owner, modified: modified,
      contentCode: contentCode, findingIDs: findingIDs.mapValues(\.description))
  }
}
