internal import Glibc
internal import ScanModel

/// A regular file that is read whole.
enum SmallFile {
  /// Its bytes; nil where it cannot be read, is none, or is longer than `limit`.
  static func bytes(of path: FilePath, limit: Int) -> [UInt8]? {
    let descriptor = open(path.cString, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= limit
    else { return nil }
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
      while count < limit {
        let step = read(descriptor, buffer.baseAddress.map { $0 + count }, limit - count)
        guard step > 0 else { break }
        count += step
      }
      filled = count
    }
    return bytes
  }
}
