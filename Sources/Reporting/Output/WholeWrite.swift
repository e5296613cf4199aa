internal import Glibc
package import ScanModel

extension [UInt8] {
  /// Gives all of it to the system; false, and the reason in errno, where not all could be written.
  package func write(to descriptor: Int32) -> Bool {
    var rest = self[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}

extension FilePath {
  /// Brings a new name to the disk; a file system that cannot loses at most the naming.
  package func synchroniseFolder() {
    let folder = Glibc.open(folder.cString, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    _ = fsync(folder)
    _ = close(folder)
  }
}
