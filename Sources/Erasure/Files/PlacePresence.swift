internal import Glibc
package import ScanModel

/// Whether something lies at a path, told by the system and by the listing of its folder.
package enum PlacePresence: Hashable, Sendable {
  case there
  /// Its folder was listed and has no such name, or is not there itself.
  case gone
  /// Its folder could not be looked into (errno).
  case unknown(errorNumber: Int32)

  package init(of path: FilePath) {
    self = Self.presence(of: path)
  }

  private static func presence(of path: FilePath) -> PlacePresence {
    var status = stat()
    if lstat(path.cString, &status) == 0 { return .there }
    guard errno == ENOENT || errno == ENOTDIR else { return .unknown(errorNumber: errno) }
    let folder = path.folder
    do throws(FolderListing.Failure) {
      let names = try FolderListing.names(in: folder)
      return names.contains(Array(path.name)) ? .there : .gone
    } catch {
      guard error.errorNumber == ENOENT || error.errorNumber == ENOTDIR, folder != path,
        folder.bytes.count > 1
      else { return .unknown(errorNumber: error.errorNumber) }
      // The folder went too: then the one above must say so.
      return presence(of: folder) == .there ? .gone : presence(of: folder)
    }
  }
}
