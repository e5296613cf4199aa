internal import Glibc
internal import ScanModel

/// The right to write to a store, which one process has at a time; given back when it goes.
final class WriterLock: Sendable {
  private let descriptor: Int32

  init(_ store: FilePath) throws(StoreError) {
    let path = FilePath(store.bytes + Array(".lock".utf8))
    descriptor = open(path.cString, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .unreachable(path, errorNumber: errno) }
    // What was opened is closed by deinit here too.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .locked(store) }
  }

  deinit {
    close(descriptor)
  }
}
