internal import Glibc
package import ScanModel

/// A folder that could not be made.
package struct FolderFailure: Error, Hashable {
  package let folder: FilePath
  /// errno.
  package let errorNumber: Int32
}

extension FilePath {
  /// Makes the folder and those above it, closed to all others whatever the umask; one that is there
  /// stays as it is.
  package func makeClosedFolders() throws(FolderFailure) {
    var made: [UInt8] = bytes.first == UInt8(ascii: "/") ? [] : [UInt8(ascii: ".")]
    for part in bytes.split(separator: UInt8(ascii: "/")) {
      made += [UInt8(ascii: "/")] + part
      let folder = FilePath(made)
      guard mkdir(folder.cString, 0o700) != 0, errno != EEXIST else { continue }
      let error = errno
      // A file system may refuse to make what is there before it says so.
      if access(folder.cString, F_OK) != 0 {
        throw FolderFailure(folder: folder, errorNumber: error)
      }
    }
  }
}
