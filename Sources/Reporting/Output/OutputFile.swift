internal import Glibc
package import ScanModel

/// Where the bytes of a report go: a file that appears whole or not at all, or a descriptor.
///
/// A file is written under another name beside its place (mode 0600, never through a link) and
/// takes its place when it is finished: a run that fails or dies leaves an older report as it was.
/// A place that is no regular file, such as a FIFO or `/dev/null`, is written to directly.
///
/// SIGPIPE must be ignored by the process, or a reader that goes away ends it before an error can
/// be thrown.
///
/// A class, because writers are kept in arrays and each file has one owner that must close it.
package final class OutputFile {
  private enum Target {
    case descriptor
    case direct(FilePath)
    case replacing(FilePath, temporary: [CChar])
  }

  private let target: Target
  /// -1 once closed.
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private var failure: ReportError?

  private static let bufferSize = 64 << 10

  /// Opens a file that will replace the one at `path`, which need not exist.
  package init(replacing path: FilePath) throws(ReportError) {
    (target, descriptor) = try Self.open(path)
    buffer.reserveCapacity(Self.bufferSize)
  }

  /// Writes to an open descriptor, which stays open: standard output.
  package init(descriptor: Int32) {
    target = .descriptor
    self.descriptor = descriptor
    buffer.reserveCapacity(Self.bufferSize)
  }

  deinit { discard() }

  package func write(_ text: String) throws(ReportError) {
    try write(Array(text.utf8))
  }

  package func write(_ bytes: [UInt8]) throws(ReportError) {
    if let failure { throw failure }
    if buffer.count + bytes.count >= Self.bufferSize { try flush() }
    if bytes.count < Self.bufferSize {
      buffer.append(contentsOf: bytes)
    } else {
      try bring(bytes)
    }
  }

  /// Brings all bytes to the disk and puts the file in its place.
  package func finish() throws(ReportError) {
    try flush()
    // Pipes and terminals cannot be synchronised: EINVAL, or EROFS for some special files.
    if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS { throw fail(errno) }
    if case .descriptor = target { return }
    let closed = close(descriptor)
    descriptor = -1
    if closed != 0 { throw fail(errno) }
    if case .replacing(let path, let temporary) = target {
      guard rename(temporary, path.cString) == 0 else { throw fail(errno) }
      path.synchroniseFolder()
    }
  }

  /// Gives the report up: closes and removes an unfinished file; nothing after `finish`.
  package func discard() {
    buffer.removeAll()
    guard descriptor >= 0 else { return }
    if case .descriptor = target { return }
    _ = close(descriptor)
    descriptor = -1
    if case .replacing(_, let temporary) = target { _ = unlink(temporary) }
  }

  private func flush() throws(ReportError) {
    if let failure { throw failure }
    try bring(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Gives all of `bytes` to the system.
  private func bring(_ bytes: [UInt8]) throws(ReportError) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if count >= 0 {
        start += count
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
      } else if errno != EINTR {
        throw fail(errno)
      }
    }
  }

  /// Gives the report up and returns why.
  private func fail(_ number: Int32) -> ReportError {
    let error: ReportError =
      switch target {
      case .descriptor: number == EPIPE ? .brokenPipe : .write(errno: number, report: nil)
      case .direct(let path), .replacing(let path, _): .write(errno: number, report: path)
      }
    if case .replacing(_, let temporary) = target { _ = unlink(temporary) }
    failure = error
    discard()
    return error
  }
}

// MARK: Opening

extension OutputFile {
  private static func open(_ path: FilePath) throws(ReportError) -> (Target, Int32) {
    var facts = stat()
    if stat(path.cString, &facts) == 0 {
      switch facts.st_mode & S_IFMT {
      case S_IFREG: break
      case S_IFDIR: throw .open(errno: EISDIR, report: path)
      default:
        let descriptor = Glibc.open(path.cString, O_WRONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw .open(errno: errno, report: path) }
        return (.direct(path), descriptor)
      }
    }
    let place = resolved(path)
    for _ in 0..<100 {
      let name = ".vindplaats-" + String(UInt64.random(in: .min ... .max), radix: 16) + ".part"
      let temporary = place.sibling(named: name).cString
      let descriptor = Glibc.open(
        temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      if descriptor >= 0 {
        return (.replacing(place, temporary: temporary), descriptor)
      }
      guard errno == EEXIST else { throw .open(errno: errno, report: path) }
    }
    throw .open(errno: EEXIST, report: path)
  }

  /// Where links lead, so that the file behind a link is replaced and not the link.
  private static func resolved(_ path: FilePath) -> FilePath {
    guard let real = realpath(path.cString, nil) else { return path }
    defer { free(real) }
    return FilePath((0..<strlen(real)).map { UInt8(bitPattern: real[$0]) })
  }
}

extension FilePath {
  /// The path of `name` in the directory that holds this entry.
  fileprivate func sibling(named name: String) -> FilePath {
    FilePath(bytes[..<nameOffset] + Array(name.utf8))
  }
}
