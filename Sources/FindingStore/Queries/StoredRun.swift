internal import Foundation
internal import GRDB
package import ScanModel

/// A run as the store has it.
package struct StoredRun: Hashable, Sendable {
  package enum Status: String, Hashable, Sendable {
    case running, complete, interrupted
  }

  package let id: Int64
  package let name: String
  /// Seconds since 1970.
  package let started: Int64
  package let ended: Int64?
  package let status: Status
  package let toolVersion: String
  package let options: [String]
  /// Absolute and free of links.
  package let roots: [FilePath]
  package let listedCount: Int
  package let scannedCount: Int
  package let partialCount: Int
  package let notExaminedCount: Int
  package let leftOutCount: Int
  package let recalledCount: Int
  package let goneCount: Int

  /// What tells it from other runs.
  package var sighting: FileHistory.Sighting { FileHistory.Sighting(run: name, time: started) }
}

/// A name that does not lead to one run.
package enum RunNameError: Error, Hashable, Sendable {
  case unknown
  /// Several names begin with it.
  case ambiguous
}

extension FindingStore {
  /// All runs, the first first.
  package func runs() throws(StoreError) -> [StoredRun] {
    try read { try self.runs(in: $0) }
  }

  func runs(in database: Database) throws -> [StoredRun] {
    var roots: [Int64: [FilePath]] = [:]
    let rootRows = try Row.fetchCursor(
      database, sql: "SELECT run, path FROM run_root ORDER BY run, position")
    while let row = try rootRows.next() {
      roots[row[0], default: []].append(FilePath(Array(row[1] as Data)))
    }
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT id, name, started, ended, status, tool, options, listed, scanned, partial,
          not_examined, left_out, recalled, gone
        FROM run ORDER BY id
        """)
    return try rows.map { row in
      guard let status = StoredRun.Status(rawValue: row[4]) else {
        throw StoreError.damaged(path)
      }
      let options: String = row[6]
      return StoredRun(
        id: row[0], name: row[1], started: row[2], ended: row[3], status: status,
        toolVersion: row[5], options: options.split(separator: "\n").map { String($0) },
        roots: roots[row[0]] ?? [], listedCount: row[7], scannedCount: row[8],
        partialCount: row[9], notExaminedCount: row[10], leftOutCount: row[11],
        recalledCount: row[12], goneCount: row[13])
    }
  }
}

extension [StoredRun] {
  /// The run that is called so, or the only one whose name begins so.
  package func named(_ name: String) throws(RunNameError) -> StoredRun {
    if let run = first(where: { $0.name == name }) { return run }
    let candidates = filter { !name.isEmpty && $0.name.hasPrefix(name) }
    guard let run = candidates.first else { throw .unknown }
    guard candidates.count == 1 else { throw .ambiguous }
    return run
  }

  /// The last two complete runs that had the same roots, the earlier first.
  package var lastPair: (old: StoredRun, new: StoredRun)? {
    let complete = filter { $0.status == .complete }
    for (index, new) in complete.enumerated().reversed() {
      if let old = complete[..<index].last(where: { $0.roots == new.roots }) { return (old, new) }
    }
    return nil
  }
}
