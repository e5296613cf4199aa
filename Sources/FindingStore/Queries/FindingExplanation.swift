internal import Cryptography
internal import Foundation
internal import GRDB
package import ScanModel

/// A finding with all that the store knows around it.
package struct FindingExplanation: Sendable {
  package let id: FindingID
  package let finding: StoredFinding
  /// The files that have it, by their bytes; for one in a path, that file.
  package let files: [File]
  /// Other files with the same value, by their bytes; at most `listLimit`.
  package let otherPaths: [FilePath]
  /// How many of these there are.
  package let otherCount: Int

  package static let listLimit = 20

  /// A file that has the finding.
  package struct File: Sendable {
    package let path: FilePath
    package let byteCount: Int
    package let contentType: String
    package let history: FileHistory
    /// Seconds since 1970 of the last change of its content.
    package let modified: Int64?
    package let decision: Decision?
  }
}

extension FindingStore {
  /// What is known of the finding.
  package func explanation(
    of place: FindingPlace, _ decisions: DecisionBook
  ) throws(StoreError) -> FindingExplanation {
    try read { database in
      let finding = try self.keptFinding(place, in: database)
      let files = try self.files(with: finding, place.holder, decisions, in: database)
      let own = Set(files.map(\.path))
      let others = try self.currentPaths(withValue: finding.hash, in: database)
        .filter { !own.contains($0) }
      return FindingExplanation(
        id: place.id, finding: finding, files: files,
        otherPaths: Array(others.prefix(FindingExplanation.listLimit)),
        otherCount: others.count)
    }
  }

  /// The files that hold the value now, in their content or in their path, by their bytes.
  private func currentPaths(
    withValue hash: ValueHash, in database: Database
  ) throws -> [FilePath] {
    let condition = try QueryCondition(all: [.isCurrent, .holding([hash], in: database)])
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT \(QueryCondition.path) AS path, state.examination, path_findings
        FROM \(QueryCondition.tables) WHERE \(condition.sql) ORDER BY path
        """, arguments: condition.values)
    var paths: [FilePath] = []
    while let row = try rows.next() {
      let inPath = try (row[2] as Data?).map { try PackedFindings(Array($0)).findings } ?? []
      if try inPath.contains(where: { $0.hash == hash })
        || holds(hash, examination: row[1], in: database)
      {
        paths.append(FilePath(Array(row[0] as Data)))
      }
    }
    return paths
  }

  /// The files that have the finding now; where there are none, those that had it last.
  private func files(
    with finding: StoredFinding, _ holder: FindingPlace.Holder, _ decisions: DecisionBook,
    in database: Database
  ) throws -> [FindingExplanation.File] {
    let timeline = RunTimeline(try runs(in: database))
    let (column, number) =
      switch holder {
      case .examination(let examination): ("examination", examination)
      case .path(let item, _): ("item", item)
      }
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT \(QueryCondition.path) AS path, state.item, content, state.byte_count, content_type,
          user_id, modified, until_run, max(state.id),
          (SELECT min(first_run) FROM state AS earlier WHERE earlier.item = state.item) AS first,
          state.first_run
        FROM \(QueryCondition.tables) WHERE state.\(column) = ? GROUP BY state.item ORDER BY path
        """, arguments: [number])
    let files = try rows.map { row in
      let path = FilePath(Array(row[0] as Data))
      let until: Int64? = row[7]
      return FindingExplanation.File(
        path: path, byteCount: row[3], contentType: row[4],
        history: FileHistory(
          first: timeline.sighting(of: row[9]),
          last: timeline.lastSighting(of: path, from: row[10], until: until),
          gone: until.map { timeline.sighting(of: $0) },
          owner: try accountName(row[5], in: database)),
        modified: (row[6] as Int64?).map { $0 / 1_000_000_000 },
        decision: decisions.decision(on: finding, item: row[1], content: row[2], path: path))
    }
    let current = files.filter { $0.history.gone == nil }
    return current.isEmpty ? files : current
  }
}
