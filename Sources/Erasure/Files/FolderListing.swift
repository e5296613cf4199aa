internal import Glibc
internal import ScanModel

/// The names in a folder.
enum FolderListing {
  /// A folder could not be listed, or not to its end (errno).
  struct Failure: Error {
    let errorNumber: Int32
  }

  static func names(in folder: FilePath) throws(Failure) -> [[UInt8]] {
    guard let stream = opendir(folder.cString) else { throw Failure(errorNumber: errno) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw Failure(errorNumber: errno) }
        return names
      }
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
  }
}
