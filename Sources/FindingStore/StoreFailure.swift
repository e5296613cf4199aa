internal import GRDB
internal import Glibc
internal import ScanModel

/// Turns what SQLite says into what people can do something about.
enum StoreFailure {
  static func map<Result>(
    _ path: FilePath, _ body: () throws -> Result
  ) throws(StoreError) -> Result {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError {
      throw Self.error(error, path)
    } catch {
      throw .damaged(path)
    }
  }

  private static func error(_ error: DatabaseError, _ path: FilePath) -> StoreError {
    switch error.resultCode {
    case .SQLITE_FULL: .full(path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(path)
    case .SQLITE_IOERR: error.isOfFullDisk ? .full(path) : .unreachable(path, errorNumber: EIO)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH:
      .unreachable(path, errorNumber: EACCES)
    default: .damaged(path)
    }
  }
}

extension DatabaseError {
  /// SQLite says so only of pages; of its shared memory it tells an error of input and output.
  fileprivate var isOfFullDisk: Bool {
    extendedResultCode == .SQLITE_IOERR_SHMSIZE || extendedResultCode == .SQLITE_IOERR_SHMMAP
      || extendedResultCode == .SQLITE_IOERR_WRITE
  }
}
