import Glibc

/// A file descriptor, closed when its owner goes.
struct Descriptor: ~Copyable, Sendable {
  let number: Int32

  /// Takes over an open descriptor.
  init(owning number: Int32) {
    self.number = number
  }

  deinit {
    _ = close(number)
  }

  /// Opens `name` relative to an open directory, never for a child process to inherit.
  ///
  /// `O_NOATIME` in `flags` is a wish: where the system refuses it (the file belongs to somebody
  /// else) the entry is opened without.
  static func open(
    _ name: UnsafePointer<CChar>, in directory: Int32, flags: Int32,
    patience: Duration = Self.usualPatience
  ) throws(SystemError) -> Descriptor {
    let flags = flags | O_CLOEXEC
    return Descriptor(
      owning: try Self.patiently(for: patience) {
        let number = openat(directory, name, flags)
        guard number < 0, errno == EPERM, flags & OpenFlags.noAccessTime != 0 else { return number }
        return openat(directory, name, flags & ~OpenFlags.noAccessTime)
      })
  }

  /// A second descriptor for the same open directory.
  func duplicate() throws(SystemError) -> Descriptor {
    let number = number
    return Descriptor(owning: try Self.patiently { fcntl(number, F_DUPFD_CLOEXEC, 0) })
  }

  func status() throws(SystemError) -> stat {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .last }
    return status
  }

  /// The absolute path that the kernel has for it, free of links; nil where it exceeds `PATH_MAX`
  /// or /proc is not there.
  var realPath: [UInt8]? {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/fd/\(number)", &path, path.count)
    guard 0 < count, count < path.count else { return nil }
    return path.prefix(count).map(UInt8.init(bitPattern:))
  }

  /// Gives the open descriptor away to one who closes it.
  consuming func release() -> Int32 {
    let number = number
    discard self
    return number
  }
}

extension Descriptor {
  /// How long a passing shortage may last before it counts as an error.
  static let usualPatience = Duration.seconds(10)

  /// Makes a system call that returns a descriptor, again while it is interrupted, and again after
  /// a pause while it fails for a passing reason.
  static func patiently(
    for patience: Duration = usualPatience, _ call: () -> Int32
  ) throws(SystemError) -> Int32 {
    var waited = Duration.zero
    while true {
      let number = call()
      guard number < 0 else { return number }
      let error = SystemError.last
      if error.number == EINTR { continue }
      guard error.isPassing, waited < patience else { throw error }
      usleep(pauseMicroseconds)
      waited += .microseconds(pauseMicroseconds)
    }
  }

  private static let pauseMicroseconds: UInt32 = 2_000
}
