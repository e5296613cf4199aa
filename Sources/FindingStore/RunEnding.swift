internal import Foundation
internal import GRDB
internal import Glibc
internal import ScanModel

/// Ends a run in the store: what is gone, and how it went.
struct RunEnding {
  let run: Int64
  let description: RunDescription
  /// The states whose items were found as they were.
  let seen: Set<Int64>
  let summary: RunSummary
  /// Seconds since 1970.
  let time: Int64

  func write(in database: Database) throws {
    let goneCount = summary.wasInterrupted ? 0 : try endStatesOfGoneItems(in: database)
    try writeAccounts(in: database)
    let coverage = summary.coverage
    try database.execute(
      sql: """
        UPDATE run SET ended = ?, status = ?, listed = ?, scanned = ?, partial = ?,
          not_examined = ?, left_out = ?, recalled = ?, gone = ? WHERE id = ?
        """,
      arguments: [
        time, summary.wasInterrupted ? "interrupted" : "complete", coverage.listedCount,
        coverage.scannedCount, coverage.partialCount, coverage.notExaminedCount,
        coverage.leftOut.values.reduce(0, +), summary.recalledCount, goneCount, run,
      ])
  }

  /// Ends the states of items that the run did not come across and that are not there any more.
  ///
  /// What it did not enter (left out, unreadable, another file system in its place) stays as it is.
  private func endStatesOfGoneItems(in database: Database) throws -> Int {
    var gone: [Int64] = []
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT state.id, folder.path, item.name, state.device
        FROM state JOIN item ON item.id = state.item JOIN folder ON folder.id = item.folder
        WHERE until_run IS NULL AND first_run < ?
        """,
      arguments: [run])
    while let row = try rows.next() {
      let id: Int64 = row[0]
      if seen.contains(id) { continue }
      let folder = try FilePath(row.withUnsafeData(atIndex: 1) { Array($0 ?? Data()) })
      let path = try folder.appending(row.withUnsafeData(atIndex: 2) { Array($0 ?? Data()) })
      if description.roots.contain(path), isGone(path, device: row[3]) { gone.append(id) }
    }
    let statement = try database.cachedStatement(
      sql: "UPDATE state SET until_run = ? WHERE id = ?")
    for id in gone { try statement.execute(arguments: [run, id]) }
    return gone.count
  }

  /// Whether nothing has this path any more, on the file system on which the item was.
  private func isGone(_ path: FilePath, device: Int64?) -> Bool {
    var status = stat()
    guard lstat(path.cString, &status) != 0, errno == ENOENT || errno == ENOTDIR else {
      return false
    }
    guard description.comparison.comparesInode, let device else { return true }
    // The nearest folder that is there tells whether the share is still mounted.
    var folder = path.folder
    while lstat(folder.cString, &status) != 0, folder.bytes.count > 1 { folder = folder.folder }
    return Int64(bitPattern: UInt64(status.st_dev)) == device
  }

  /// Keeps the names of the users and groups that own items of the run.
  private func writeAccounts(in database: Database) throws {
    let users = try Int64.fetchAll(
      database,
      sql: """
        SELECT DISTINCT user_id FROM state WHERE first_run = ? AND user_id IS NOT NULL
        """, arguments: [run])
    for number in users {
      let name = getpwuid(UInt32(truncatingIfNeeded: number)).map {
        String(cString: $0.pointee.pw_name)
      }
      try write(account: number, sort: 0, name: name, in: database)
    }
    let groups = try Int64.fetchAll(
      database,
      sql: """
        SELECT DISTINCT group_id FROM state WHERE first_run = ? AND group_id IS NOT NULL
        """, arguments: [run])
    for number in groups {
      let name = getgrgid(UInt32(truncatingIfNeeded: number)).map {
        String(cString: $0.pointee.gr_name)
      }
      try write(account: number, sort: 1, name: name, in: database)
    }
  }

  private func write(
    account number: Int64, sort: Int, name: String?, in database: Database
  ) throws {
    guard let name else { return }
    try database.execute(
      sql: "INSERT OR REPLACE INTO account VALUES (?, ?, ?)", arguments: [sort, number, name])
  }
}
