internal import CLinux
package import Cryptography
internal import Glibc
internal import Reporting
package import ScanModel

/// The file with the key of a store: 32 random bytes that lie apart from it.
///
/// Who has only the store can do nothing with it; who destroys the key has destroyed the store.
package struct KeyFile: Sendable {
  package let path: FilePath

  package init(_ path: FilePath) {
    self.path = path
  }

  /// The hasher with the key of the file; where there is none and `makesKey`, with a new one.
  ///
  /// Refuses a file that others can read, and one in the folder of the store.
  func hasher(
    forStoreIn folder: FilePath, makesKey: Bool
  ) throws(StoreError) -> ValueHasher {
    if path.folder.isSameFolder(as: folder) { throw .key(path, .besideStore) }
    var descriptor = open(path.cString, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    if descriptor < 0, errno == ENOENT, makesKey {
      try make()
      descriptor = open(path.cString, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    }
    guard descriptor >= 0 else {
      throw .key(path, errno == ENOENT ? .missing : .unreachable(errorNumber: errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .key(path, .unreachable(errorNumber: errno))
    }
    guard status.st_mode & 0o077 == 0 else { throw .key(path, .readableByOthers) }
    var key = [UInt8](repeating: 0, count: ValueHasher.keyByteCount + 1)
    let count = read(descriptor, &key, key.count)
    defer { for index in key.indices { key[index] = 0 } }
    guard count == ValueHasher.keyByteCount,
      let hasher = ValueHasher(key: Array(key[..<count]))
    else { throw .key(path, .malformed) }
    return hasher
  }

  /// The hasher with the key of the file, for what is no part of a store; nil where it cannot be read.
  package var hasher: ValueHasher? {
    try? hasher(forStoreIn: FilePath("/"), makesKey: false)
  }

  /// The hasher with the key of the file, for what is no part of a store; where there is none and
  /// `makesKey`, with a new one.
  package func hasher(makesKey: Bool) throws(StoreError) -> ValueHasher {
    try hasher(forStoreIn: FilePath("/"), makesKey: makesKey)
  }

  /// Makes a new key, never over one that is there.
  ///
  /// It gets its name once it is whole: a run that is killed leaves no half key, which would be refused
  /// for ever. Where another run was faster, that one's counts.
  private func make() throws(StoreError) {
    try StoreFolder.make(path.folder)
    var key = [UInt8](repeating: 0, count: ValueHasher.keyByteCount)
    defer { for index in key.indices { key[index] = 0 } }
    guard linux_getrandom(&key, UInt(key.count)) == key.count else {
      throw .key(path, .unreachable(errorNumber: errno))
    }
    let name = ".vindplaats-" + String(UInt64.random(in: .min ... .max), radix: 16) + ".part"
    let part = path.folder.appending(Array(name.utf8))
    let descriptor = open(part.cString, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o400)
    guard descriptor >= 0 else { throw .key(path, .unreachable(errorNumber: errno)) }
    defer {
      close(descriptor)
      unlink(part.cString)
    }
    guard fchmod(descriptor, 0o400) == 0, key.write(to: descriptor), fsync(descriptor) == 0,
      give(part, name: path) || errno == EEXIST
    else { throw .key(path, .unreachable(errorNumber: errno)) }
  }

  /// Gives the file its name; false and errno where that is taken or cannot be given.
  private func give(_ part: FilePath, name: FilePath) -> Bool {
    if link(part.cString, name.cString) == 0 { return true }
    // A file system without hard links.
    guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS,
      access(name.cString, F_OK) != 0
    else { return false }
    return rename(part.cString, name.cString) == 0
  }
}
