internal import GRDB
internal import ScanModel

extension FindingStore {
  /// Removes what is selected, and all traces of it from the files of the store.
  ///
  /// nil where there is no such run. With `isTrial` all stays as it is.
  package func purge(
    _ selection: PurgeSelection, isTrial: Bool = false
  ) throws(StoreError) -> PurgeCounts? {
    if !isTrial { try emptyLog() }
    let counts: PurgeCounts? = try StoreFailure.map(path) {
      var counts: PurgeCounts?
      try pool.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          var purge = Purge(database)
          counts = try purge.remove(selection)
          return isTrial ? .rollback : .commit
        }
      }
      return counts
    }
    if counts != nil, !isTrial {
      try StoreFailure.map(path) {
        try pool.barrierWriteWithoutTransaction { database in
          // The copy that is made in between takes as much room as the store: not in memory.
          try database.execute(sql: "PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY")
        }
      }
      try emptyLog()
    }
    return counts
  }

  /// Brings the log into the database and cuts it to nothing; throws where another process still reads
  /// what stands there.
  private func emptyLog() throws(StoreError) {
    let isRead = try StoreFailure.map(path) {
      try pool.barrierWriteWithoutTransaction { database in
        let row = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        return row?[0] != 0
      }
    }
    if isRead { throw .locked(path) }
  }
}
