internal import Cryptography
internal import Foundation
internal import GRDB
package import ScanModel

extension RunRecorder {
  /// How many findings of the run are accepted or rejected by decisions that count at that time.
  package func decidedCounts(at time: Int64) throws(StoreError) -> DecidedCounts {
    try store.read { database in
      let book = try DecisionBook(database, at: time)
      guard !book.isEmpty else { return DecidedCounts() }
      let seen = Set(seenStates)
      let ofValues = try ValueIndex.examinations(thatMayHold: book.hashes, in: database)
      let ofKinds = try book.folderKinds.reduce(into: Set<Int64>()) { found, kind in
        found.formUnion(
          try Int64.fetchAll(
            database, sql: "SELECT id FROM examination WHERE instr(tallies, ?) > 0",
            arguments: [Data(kind.utf8)]))
      }
      var counts = DecidedCounts()
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT state.id, first_run, item.id, examination, content, folder.path, item.name,
            path_findings
          FROM state JOIN item ON item.id = state.item JOIN folder ON folder.id = item.folder
            JOIN examination ON examination.id = state.examination
          WHERE until_run IS NULL
          """)
      while let row = try rows.next() {
        let examination: Int64 = row[3]
        let isOfValue = ofValues.contains(examination)
        guard isOfValue || ofKinds.contains(examination) || row[7] != nil,
          row[1] == number || seen.contains(row[0])
        else { continue }
        let folder: Data = row[5]
        let name: Data = row[6]
        let path = FilePath(Array(folder)).appending(Array(name))
        let count = { (findings: [StoredFinding]) in
          for finding in findings {
            let decision = book.decision(on: finding, item: row[2], content: row[4], path: path)
            if let decision { counts.count(decision.verdict) }
          }
        }
        if isOfValue || ofKinds.contains(examination) && book.decidesKinds(in: path) {
          try store.eachFindings(of: examination, in: database, count)
        }
        if let packed = row[7] as Data? { count(try PackedFindings(Array(packed)).findings) }
      }
      return counts
    }
  }
}
