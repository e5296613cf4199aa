internal import Cryptography
internal import Foundation
internal import GRDB
package import ScanModel
internal import Wire

/// An examination as the store has it.
package struct StoredExamination: Sendable {
  package let id: Int64
  package let contentType: String
  package let outcome: Outcome
  package let members: MemberTally
  package let stoppedPatterns: [String]
  package let suppressedCount: Int
  package let tallies: [KindTally]
}

extension FindingStore {
  /// The examination of a content by a recipe that need not be made again; nil where there is none.
  package func examination(
    of digest: ContentDigest, recipe: Int64
  ) throws(StoreError) -> StoredExamination? {
    try read { database in
      try self.examinationID(of: digest, recipe: recipe, in: database)
        .flatMap { try self.examination($0, in: database) }
    }
  }

  func examinationID(
    of digest: ContentDigest, recipe: Int64, in database: Database
  ) throws -> Int64? {
    try Int64.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT min(examination.id) FROM examination JOIN content ON content.id = content
          WHERE digest = ? AND recipe = ? AND \(StoredOutcome.isLasting)
          """),
      arguments: [Data(hasher.code(of: digest)), recipe])
  }

  /// Calls back with the findings of an examination, in batches, in their order.
  package func eachFindings(
    of examination: Int64, _ take: ([StoredFinding]) throws -> Void
  ) throws(StoreError) {
    try read { database in try self.eachFindings(of: examination, in: database, take) }
  }

  /// Whether the value occurs in the examination.
  func holds(_ hash: ValueHash, examination: Int64, in database: Database) throws -> Bool {
    guard try ValueIndex.mayHold(hash, examination: examination, in: database) else {
      return false
    }
    let bodies = try Data.fetchCursor(
      database.cachedStatement(sql: "SELECT body FROM finding_block WHERE examination = ?"),
      arguments: [examination])
    while let body = try bodies.next() {
      if try PackedFindings.mayHold([hash], in: Array(body)) { return true }
    }
    return false
  }

  func examination(_ id: Int64, in database: Database) throws -> StoredExamination? {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT content_type, outcome, reason, error, examined, members, stopped, suppressed
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
      suppressedCount: row[7], tallies: try tallies(of: id, in: database))
  }

  /// The tallies of an examination, without examples.
  func counts(of examination: Int64, in database: Database) throws -> [KindTally] {
    let packed = try Data.fetchOne(
      database.cachedStatement(sql: "SELECT tallies FROM examination WHERE id = ?"),
      arguments: [examination])
    return try packed.map { try PackedTallies(Array($0)).tallies } ?? []
  }

  /// The tallies of an examination, with their examples.
  func tallies(of examination: Int64, in database: Database) throws -> [KindTally] {
    let packed = try Data.fetchOne(
      database.cachedStatement(sql: "SELECT tallies FROM examination WHERE id = ?"),
      arguments: [examination])
    guard let packed else { return [] }
    return try tallies(
      PackedTallies(Array(packed), withOrdinals: true), of: examination, in: database)
  }

  /// The tallies with their examples, which are fetched from the blocks of the examination.
  func tallies(
    _ packed: PackedTallies, of examination: Int64, in database: Database
  ) throws -> [KindTally] {
    var wanted = packed.ordinals.joined().sorted()[...]
    var findings: [Int: Finding] = [:]
    let blocks = try Row.fetchCursor(
      database.cachedStatement(
        sql: "SELECT first, body FROM finding_block WHERE examination = ? ORDER BY number DESC"),
      arguments: [examination])
    while let last = wanted.last, let block = try blocks.next() {
      let first: Int = block[0]
      guard last >= first else { continue }
      let body = try PackedFindings(Array(block[1] as Data)).findings
      while let ordinal = wanted.last, ordinal >= first {
        wanted.removeLast()
        if body.indices.contains(ordinal - first) {
          findings[ordinal] = body[ordinal - first].finding
        }
      }
    }
    return packed.tallies(with: findings)
  }

  func eachFindings(
    of examination: Int64, in database: Database, _ take: ([StoredFinding]) throws -> Void
  ) throws {
    let bodies = try Data.fetchCursor(
      database.cachedStatement(
        sql: "SELECT body FROM finding_block WHERE examination = ? ORDER BY number"),
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
    let hash = store.hasher.hash(kind: finding.kind, value: finding.normalized.revealed)
    return try store.read { database in
      guard let id = try store.examinationID(of: digest, recipe: recipe, in: database) else {
        return false
      }
      return try store.holds(hash, examination: id, in: database)
    }
  }

  /// The findings of an examination of the content, for the file at the path, in batches.
  package func eachFinding(
    of examination: StoredExamination, _ digest: ContentDigest, at path: FilePath,
    _ decisions: RunDecisions?, _ take: ([Finding]) -> Void
  ) throws(StoreError) {
    let numbers = try decisions.map { _ throws(StoreError) in
      try store.numbers(of: description.roots.real(path), digest)
    }
    try store.eachFindings(of: examination.id) { batch in
      take(
        decisions?.findings(batch, item: numbers?.item, content: numbers?.content)
          ?? batch.map(\.finding))
    }
  }

  /// Tells of all items that were found unchanged: their findings, where these are wanted, with what
  /// was decided about them, and then their record, with examples where these are.
  ///
  /// On up to `jobCount` threads, each of which tells of some items that lie together.
  package func recallUnchanged(
    jobCount: Int, withFindings: Bool, withExamples: Bool, _ decisions: RunDecisions? = nil,
    findings: @Sendable ([Finding], Provenance) -> Void, record: @Sendable (FileRecord) -> Void
  ) throws(StoreError) {
    let parts = StateParts(seenStates)
    // Who is told may ask the store as well.
    let threadCount = min(jobCount, parts.count, FindingStore.readerCount / 2)
    _ = try store.read(each: Array(0..<threadCount)) { database, _ in
      let recall = UnchangedRecall(self, database, withExamples: withExamples)
      while let states = parts.next() {
        try recall.each(states) { recalled in
          try tell(
            of: recalled, in: database, withFindings: withFindings, decisions,
            findings: findings, record: record)
        }
      }
    }
  }

  private func tell(
    of recalled: UnchangedRecall.Recalled, in database: Database, withFindings: Bool,
    _ decisions: RunDecisions?, findings: ([Finding], Provenance) -> Void,
    record: (FileRecord) -> Void
  ) throws {
    let provenance = recalled.record.provenance
    func take(_ batch: [StoredFinding]) {
      let decided =
        decisions?.findings(batch, item: recalled.item, content: recalled.content)
        ?? batch.map(\.finding)
      findings(decided, provenance)
    }
    if withFindings {
      try store.eachFindings(of: recalled.examination, in: database, take)
    }
    let inPath = recalled.pathFindings
    guard !inPath.isEmpty else { return record(recalled.record) }
    if withFindings { take(inPath) }
    var hashes: Set<ValueHash> = []
    let newValues = try inPath.map { finding in
      try hashes.insert(finding.hash).inserted
        && !store.holds(finding.hash, examination: recalled.examination, in: database)
    }
    record(recalled.record.adding(pathFindings: inPath.map(\.finding), newValues: newValues))
  }
}
