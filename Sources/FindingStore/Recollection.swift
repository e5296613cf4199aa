internal import Foundation
internal import GRDB
package import Hashing
package import ScanModel
internal import Wire

/// An examination as the store has it.
package struct StoredExamination: Sendable {
  package let id: Int64
  package let contentType: String
  package let outcome: Outcome
  package let members: MemberTally
  package let stoppedPatterns: [String]
  package let tallies: [KindTally]
}

extension FindingStore {
  /// The examination of a content by a recipe that need not be made again; nil where there is none.
  package func examination(
    of digest: ContentDigest, recipe: Int64
  ) throws(StoreError) -> StoredExamination? {
    try read { database in
      let id = try Int64.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT min(examination.id) FROM examination JOIN content ON content.id = content
            WHERE digest = ? AND recipe = ? AND \(StoredOutcome.isLasting)
            """),
        arguments: [Data(digest.bytes), recipe])
      return try id.flatMap { try self.examination($0, in: database) }
    }
  }

  /// Calls back with the findings of an examination, in batches, in their order.
  package func eachFindings(
    of examination: Int64, _ take: ([StoredFinding]) throws -> Void
  ) throws(StoreError) {
    try read { database in try self.eachFindings(of: examination, in: database, take) }
  }

  /// Whether the value occurs in the examination.
  package func holds(
    _ hash: ValueHash, examination: Int64
  ) throws(StoreError) -> Bool {
    try read { try self.holds(hash, examination: examination, in: $0) }
  }

  func holds(_ hash: ValueHash, examination: Int64, in database: Database) throws -> Bool {
    try Int.fetchOne(
      database.cachedStatement(
        sql: "SELECT count(*) FROM value WHERE hash = ? AND examination = ?"),
      arguments: [Data(hash.bytes), examination]) == 1
  }

  func examination(_ id: Int64, in database: Database) throws -> StoredExamination? {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT content_type, outcome, reason, error, examined, members, stopped
          FROM examination WHERE id = ?
          """),
      arguments: [id])
    guard let row else { return nil }
    let end = StoredOutcome(
      outcome: row[1], reason: row[2], errorNumber: row[3], examinedByteCount: row[4])
    guard let outcome = end.end else { throw StoreError.damaged(path) }
    let members: Data? = row[5]
    let stopped: String = row[6]
    return StoredExamination(
      id: id, contentType: row[0], outcome: outcome,
      members: try members.map { members in
        var wire = WireReader(Array(members))
        return try MemberTally(from: &wire)
      } ?? MemberTally(),
      stoppedPatterns: stopped.split(separator: " ").map { String($0) },
      tallies: try tallies(of: id, in: database))
  }

  private func tallies(of examination: Int64, in database: Database) throws -> [KindTally] {
    let rows = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT kind, low, medium, high, distinct_count, highest, examples
          FROM tally WHERE examination = ? ORDER BY kind
          """),
      arguments: [examination])
    var tallies: [KindTally] = []
    while let row = try rows.next() {
      let examples: Data = row[6]
      tallies.append(
        KindTally(
          kind: row[0], countByLevel: LevelCounts(low: row[1], medium: row[2], high: row[3]),
          highestConfidence: Confidence(Double(row[5] as Int) / 100), distinctCount: row[4],
          examples: try PackedFindings(Array(examples)).findings.map(\.finding)))
    }
    return tallies
  }

  func eachFindings(
    of examination: Int64, in database: Database, _ take: ([StoredFinding]) throws -> Void
  ) throws {
    let bodies = try Data.fetchCursor(
      database,
      sql: "SELECT body FROM finding_block WHERE examination = ? ORDER BY number",
      arguments: [examination])
    while let body = try bodies.next() { try take(PackedFindings(Array(body)).findings) }
  }
}

extension RunRecorder {
  /// The examination of a content by the recipe of this run; nil where it has to be made.
  package func examination(
    of digest: ContentDigest
  ) throws(StoreError) -> StoredExamination? {
    try store.examination(of: digest, recipe: recipe)
  }

  /// Whether the value of the finding occurs in the content, under its kind.
  package func holds(
    _ finding: Finding, in digest: ContentDigest
  ) throws(StoreError) -> Bool {
    guard let examination = try examination(of: digest) else { return false }
    let hash = store.hasher.hash(kind: finding.kind, value: finding.normalized.revealed)
    return try store.holds(hash, examination: examination.id)
  }

  /// Tells of all items that were found unchanged: their findings, where these are wanted, and then
  /// their record.
  package func recallUnchanged(
    withFindings: Bool, findings: ([Finding], Provenance) -> Void, record: (FileRecord) -> Void
  ) throws(StoreError) {
    let seen = Set(seenStates)
    guard !seen.isEmpty else { return }
    try store.read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT state.id, folder.path, item.name, examination, path_findings, byte_count, modified,
            changed, device, inode, link_count, mode, user_id, group_id
          FROM state JOIN item ON item.id = state.item JOIN folder ON folder.id = item.folder
          WHERE until_run IS NULL ORDER BY state.id
          """)
      while let row = try rows.next() {
        guard seen.contains(row[0]) else { continue }
        let folder = try FilePath(row.withUnsafeData(atIndex: 1) { Array($0 ?? Data()) })
        let path = try folder.appending(row.withUnsafeData(atIndex: 2) { Array($0 ?? Data()) })
        let provenance = Provenance(path: description.roots.given(path))
        guard let examination = try store.examination(row[3], in: database) else {
          throw StoreError.damaged(store.path)
        }
        if withFindings {
          try store.eachFindings(of: examination.id, in: database) { batch in
            findings(batch.map(\.finding), provenance)
          }
        }
        let recalled = FileRecord(
          provenance: provenance, byteCount: row[5], contentType: examination.contentType,
          outcome: examination.outcome, members: examination.members,
          stoppedPatterns: examination.stoppedPatterns, tallies: examination.tallies,
          isRecalled: true)
        guard let packed = row[4] as Data? else {
          record(recalled)
          continue
        }
        let inPath = try PackedFindings(Array(packed)).findings
        if withFindings { findings(inPath.map(\.finding), provenance) }
        var hashes: Set<ValueHash> = []
        let newValues = try inPath.map { finding in
          try hashes.insert(finding.hash).inserted
            && !store.holds(finding.hash, examination: examination.id, in: database)
        }
        record(recalled.adding(pathFindings: inPath.map(\.finding), newValues: newValues))
      }
    }
  }
}
