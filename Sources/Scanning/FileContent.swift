internal import Glibc
internal import Hashing
package import ScanModel

/// The bytes of a file of which a scan has made no digest, or that it did not read to its end.
package enum FileContent {
  /// The digest of its content; nil where it cannot be read wholly or is no regular file.
  package static func digest(of path: FilePath) -> ContentDigest? {
    digest(of: path, flags: O_NOFOLLOW, is: { _ in true }, afterReading: { _ in true })
  }

  /// The digest of a file that is still what it was, which may be reached through a link.
  ///
  /// `goesOn` is told how many bytes were read, and ends the reading by false.
  static func digest(
    of path: FilePath, being facts: FileFacts, goesOn: (Int) -> Bool
  ) -> ContentDigest? {
    digest(of: path, flags: 0, is: { $0.isOf(facts) }, afterReading: goesOn)
  }

  private static func digest(
    of path: FilePath, flags: Int32, is isRight: (stat) -> Bool, afterReading goesOn: (Int) -> Bool
  ) -> ContentDigest? {
    // The access time stays where the system lets it; not everybody may ask that.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags
    var descriptor = open(path.cString, flags | noAccessTime)
    if descriptor < 0, errno == EPERM { descriptor = open(path.cString, flags) }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    func isAsBefore() -> Bool {
      var status = stat()
      return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        && isRight(status)
    }
    guard isAsBefore() else { return nil }
    var hasher = ContentHasher()
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return isAsBefore() ? hasher.digest : nil }
      if count < 0, errno != EINTR { return nil }
      if count > 0 {
        buffer.withUnsafeBytes { hasher.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        guard goesOn(count) else { return nil }
      }
    }
  }

  /// Linux: `O_NOATIME` of asm-generic/fcntl.h, which Swift's Glibc module leaves out.
  private static let noAccessTime: Int32 = 0o1_000_000
}

extension stat {
  fileprivate func isOf(_ facts: FileFacts) -> Bool {
    UInt64(st_dev) == facts.identity.device && UInt64(st_ino) == facts.identity.inode
      && Int(st_size) == facts.byteCount
      && Int64(st_mtim.tv_sec) * 1_000_000_000 + Int64(st_mtim.tv_nsec) == facts.modified
  }
}
