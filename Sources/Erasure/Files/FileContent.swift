internal import Glibc
internal import Hashing
internal import ScanModel

/// The bytes of a file that no scan reads to its end, such as one of an unknown type.
enum FileContent {
  /// The digest of its content; nil where it cannot be read wholly or is no regular file.
  static func digest(of path: FilePath) -> ContentDigest? {
    // The access time stays where the system lets it; not everybody may ask that.
    let flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    var descriptor = open(path.cString, flags | noAccessTime)
    if descriptor < 0, errno == EPERM { descriptor = open(path.cString, flags) }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var hasher = ContentHasher()
    var buffer = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { return hasher.digest }
      if count < 0, errno != EINTR { return nil }
      if count > 0 {
        buffer.withUnsafeBytes { hasher.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      }
    }
  }

  /// Linux: `O_NOATIME` of asm-generic/fcntl.h, which Swift's Glibc module leaves out.
  private static let noAccessTime: Int32 = 0o1_000_000
}
