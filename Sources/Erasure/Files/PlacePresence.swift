internal import Glibc
internal import ScanModel

/// Whether something lies at a path, told by the system and by the listing of its folder.
package enum PlacePresence: Hashable, Sendable {
  case there
  /// Its folder was listed and has no such name, or is not there itself.
  case gone
  /// Its folder could not be looked into (errno).
  case unknown(errorNumber: Int32)
}

/// Looks whether things lie at paths; lists each folder once.
struct PresenceLookup {
  private enum Listing {
    case names(Set<[UInt8]>)
    case failure(errorNumber: Int32)
  }

  private var listings: [FilePath: Listing] = [:]

  mutating func presence(of path: FilePath) -> PlacePresence {
    var status = stat()
    if lstat(path.cString, &status) == 0 { return .there }
    guard errno == ENOENT || errno == ENOTDIR else { return .unknown(errorNumber: errno) }
    let folder = path.folder
    switch listing(of: folder) {
    case .names(let names): return names.contains(Array(path.name)) ? .there : .gone
    case .failure(let number):
      guard number == ENOENT || number == ENOTDIR, folder.bytes.count > 1, folder != path else {
        return .unknown(errorNumber: number)
      }
      // The folder went too: then the one above must say so.
      let above = presence(of: folder)
      return above == .there ? .gone : above
    }
  }

  private mutating func listing(of folder: FilePath) -> Listing {
    if let listing = listings[folder] { return listing }
    let listing: Listing
    do throws(FolderListing.Failure) {
      listing = .names(Set(try FolderListing.names(in: folder)))
    } catch {
      listing = .failure(errorNumber: error.errorNumber)
    }
    listings[folder] = listing
    return listing
  }
}
