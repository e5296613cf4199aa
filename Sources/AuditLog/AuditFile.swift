internal import Glibc
internal import Reporting
internal import ScanModel

/// The file of an audit log, open and locked as long as it lives.
struct AuditFile: ~Copyable {
  private let path: FilePath
  private let descriptor: Int32

  enum Access {
    /// Others may read meanwhile.
    case read
    /// Nobody else has it; the file is made where there is none.
    case append
  }

  /// Waits for the lock.
  init(_ path: FilePath, for access: Access) throws(AuditError) {
    let opened = try Self.opened(path, for: access)
    self.path = path
    descriptor = opened
  }

  deinit {
    close(descriptor)
  }

  /// All bytes.
  func contents() throws(AuditError) -> [UInt8] {
    guard let bytes = Self.contents(of: descriptor) else {
      throw .unreachable(path, errorNumber: errno)
    }
    return bytes
  }

  /// Brings a line to the disk behind the first `byteCount` bytes; what stood behind them goes.
  func append(_ line: [UInt8], behind byteCount: Int) throws(AuditError) {
    guard ftruncate(descriptor, byteCount) == 0 else {
      throw .unreachable(path, errorNumber: errno)
    }
    if line.write(to: descriptor), fsync(descriptor) == 0 { return }
    let error = errno
    ftruncate(descriptor, byteCount)
    throw .unreachable(path, errorNumber: error)
  }

  // MARK: The head

  private var headPath: FilePath { FilePath(path.bytes + Array(".head".utf8)) }

  /// The bytes of the file with the head; nil where there is none.
  func head() throws(AuditError) -> [UInt8]? {
    let head = open(headPath.cString, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    if head < 0, errno == ENOENT { return nil }
    guard head >= 0 else { throw .unreachable(headPath, errorNumber: errno) }
    defer { close(head) }
    guard let bytes = Self.contents(of: head) else {
      throw .unreachable(headPath, errorNumber: errno)
    }
    return bytes
  }

  /// Puts a new head in the place of the old one; there is always one of the two.
  func replaceHead(_ bytes: [UInt8]) throws(AuditError) {
    let part = FilePath(headPath.bytes + Array(".part".utf8))
    let head = open(part.cString, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard head >= 0 else { throw .unreachable(part, errorNumber: errno) }
    let isWritten = bytes.write(to: head) && fsync(head) == 0
    let error = errno
    close(head)
    guard isWritten else { throw .unreachable(part, errorNumber: error) }
    guard rename(part.cString, headPath.cString) == 0 else {
      throw .unreachable(headPath, errorNumber: errno)
    }
    path.synchroniseFolder()
  }

  // MARK: The system

  /// The descriptor of the file, locked.
  private static func opened(_ path: FilePath, for access: Access) throws(AuditError) -> Int32 {
    let flags: Int32
    switch access {
    case .read: flags = O_RDONLY
    case .append:
      do throws(FolderFailure) {
        try path.folder.makeClosedFolders()
      } catch {
        throw .unreachable(error.folder, errorNumber: error.errorNumber)
      }
      flags = O_RDWR | O_CREAT | O_APPEND
    }
    let descriptor = open(path.cString, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .absent(path) : .unreachable(path, errorNumber: errno)
    }
    var isReady = false
    repeat {
      isReady = flock(descriptor, access == .read ? LOCK_SH : LOCK_EX) == 0
    } while !isReady && errno == EINTR
    if isReady, access == .append { isReady = fchmod(descriptor, 0o600) == 0 }
    if isReady { return descriptor }
    let error = errno
    close(descriptor)
    throw .unreachable(path, errorNumber: error)
  }

  /// nil and errno where reading fails.
  private static func contents(of descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = pread(descriptor, &buffer, buffer.count, bytes.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += buffer[..<count]
      } else if errno != EINTR {
        return nil
      }
    }
  }
}
