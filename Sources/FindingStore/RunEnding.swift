internal import Foundation
internal import GRDB
internal import Glibc
internal import ScanModel

/// Ends a run in the store: what is gone, and how it went.
struct RunEnding {
  let run: Int64
  let description: RunDescription
  /// The states whose items were found as they were, in their order.
  let seen: [Int64]
  let summary: RunSummary
  /// Seconds since 1970.
  let time: Int64

  func write(in database: Database) throws {
    let goneCount = summary.wasInterrupted ? 0 : try endStatesOfGoneItems(in: database)
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
    let open = try RawStatement(
      database, "SELECT id FROM state WHERE until_run IS NULL AND first_run < ? ORDER BY id")
    open.bind(1, run)
    var position = 0
    var unseen: [Int64] = []
    while try open.next() {
      let id = open.integer(0)
      while position < seen.count, seen[position] < id { position += 1 }
      if position == seen.count || seen[position] != id { unseen.append(id) }
    }
    let rows = try RawStatement(
      database,
      """
      SELECT item.folder, item.name, state.device FROM state JOIN item ON item.id = state.item
      WHERE state.id = ?
      """)
    var folders = FolderPaths(try RawStatement(database, FolderPaths.sql))
    var gone: [Int64] = []
    var path: [UInt8] = []
    for id in unseen {
      rows.bind(1, id)
      guard try rows.next() else { continue }
      try folders.path(rows.integer(0), into: &path)
      rows.append(1, to: &path)
      let device = rows.optionalInteger(2)
      rows.reset()
      if description.roots.contain(path), isGone(FilePath(path), device: device) {
        gone.append(id)
      }
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
}
