internal import Foundation
internal import GRDB
internal import ScanModel

/// Which of the runs that stay have looked where.
struct RunKnowledge {
  private var roots: [(run: Int64, paths: [FilePath])] = []

  init(_ database: Database, without removed: Set<Int64>) throws {
    let rows = try Row.fetchAll(
      database, sql: "SELECT run, path FROM run_root ORDER BY run, position")
    for row in rows {
      let run: Int64 = row[0]
      let path: Data = row[1]
      if removed.contains(run) { continue }
      if roots.last?.run != run { roots.append((run, [])) }
      roots[roots.count - 1].paths.append(FilePath(Array(path)))
    }
  }

  /// The first run from `first` on, before `end`, whose roots hold the path.
  func run(of path: FilePath, from first: Int64, before end: Int64?) -> Int64? {
    roots.first { run, paths in
      run >= first && end.map { run < $0 } ?? true && paths.contains(where: path.isWithin)
    }?.run
  }
}
