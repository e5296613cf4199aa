internal import Foundation
internal import GRDB
package import ScanModel

/// What a decision is about.
package enum DecisionTarget: Hashable, Sendable {
  /// The value of this finding, of its kind, in its file and part.
  case finding(FindingPlace)
  /// The value of this finding wherever it is.
  case value(of: FindingPlace)
  /// All values of a kind below a folder.
  case kind(String, under: FilePath)
}

extension FindingStore {
  /// Writes a decision.
  package func decide(
    _ verdict: DecisionVerdict, on target: DecisionTarget, reason: String, author: String,
    made: Int64, expires: Int64?
  ) throws(StoreError) -> Decision {
    try write { database in
      func decision(
        _ finding: StoredFinding, path: FilePath?, part: String?
      ) -> Decision {
        Decision(
          id: 0, verdict: verdict, kind: finding.kind, hash: finding.hash, path: path, part: part,
          reason: reason, author: author, made: made, expires: expires, withdrawn: nil)
      }
      switch target {
      case .finding(let place):
        let finding = try self.keptFinding(place, in: database)
        let files = try self.files(of: place.holder, in: database)
        guard let first = files.first else { throw StoreError.damaged(self.path) }
        let new = decision(finding, path: first.path, part: finding.part.decisionText)
        let number = try new.insert(in: database)
        for file in files {
          try database.execute(
            sql: "INSERT OR IGNORE INTO decision_file VALUES (?, ?, ?)",
            arguments: [number, file.item, file.content ?? DecisionLineage.unknown])
        }
        return new.with(id: number)
      case .value(let place):
        let finding = try self.keptFinding(place, in: database)
        let new = decision(finding, path: nil, part: nil)
        return new.with(id: try new.insert(in: database))
      case .kind(let kind, let folder):
        let new = Decision(
          id: 0, verdict: verdict, kind: kind, hash: nil, path: folder, part: nil, reason: reason,
          author: author, made: made, expires: expires, withdrawn: nil)
        return new.with(id: try new.insert(in: database))
      }
    }
  }

  /// All decisions, the withdrawn ones too, in the order in which they were made.
  package func decisions() throws(StoreError) -> [Decision] {
    try read { try Decision.all(in: $0) }
  }

  /// Withdraws a decision; false where there is none of that id that counts.
  package func withdraw(decision: Int64, at time: Int64) throws(StoreError) -> Bool {
    try write { database in
      try database.execute(
        sql: "UPDATE decision SET withdrawn = ? WHERE id = ? AND withdrawn IS NULL",
        arguments: [time, decision])
      return database.changesCount == 1
    }
  }

  /// Whether any scan has found the kind.
  package func hasFound(kind: String) throws(StoreError) -> Bool {
    try read { database in
      let rows = try Data.fetchCursor(
        database, sql: "SELECT tallies FROM examination WHERE instr(tallies, ?) > 0",
        arguments: [Data(kind.utf8)])
      while let packed = try rows.next() {
        if try PackedTallies(Array(packed)).tallies.contains(where: { $0.kind == kind }) {
          return true
        }
      }
      return false
    }
  }

  // MARK: The finding

  private struct File {
    let item: Int64
    let content: Int64?
    let path: FilePath
  }

  /// The items in which the finding is; where it is in none any more, those in which it was.
  private func files(
    of holder: FindingPlace.Holder, in database: Database
  ) throws -> [File] {
    let (condition, number) =
      switch holder {
      case .examination(let examination):
        (
          """
          (state.examination = :number OR examination.content
            = (SELECT content FROM examination WHERE id = :number))
          """, examination
        )
      case .path(let item, _): ("item.id = :number", item)
      }
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT item.id, examination.content, folder.path, item.name, until_run IS NULL
        FROM state JOIN item ON item.id = state.item JOIN folder ON folder.id = item.folder
          JOIN examination ON examination.id = state.examination
        WHERE \(condition) ORDER BY until_run IS NULL DESC, state.id
        """, arguments: ["number": number])
    let isThere = rows.contains { $0[4] == true }
    return rows.filter { !isThere || $0[4] == true }.map { row in
      let folder: Data = row[2]
      let name: Data = row[3]
      return File(
        item: row[0], content: row[1], path: FilePath(Array(folder)).appending(Array(name)))
    }
  }
}
