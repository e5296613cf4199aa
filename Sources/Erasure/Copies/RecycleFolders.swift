internal import ScanModel

/// The recycle folders and snapshots that lie in the folders above files; lists each folder once.
struct RecycleFolders {
  /// How far up they are looked for.
  private let bound: CopyBound
  private var listed: [FilePath: [RecycleFolder]] = [:]

  init(within bound: CopyBound) {
    self.bound = bound
  }

  mutating func above(_ file: FilePath) -> [RecycleFolder] {
    var found: [RecycleFolder] = []
    var folder = file.folder
    while isInBound(folder) {
      found += folders(in: folder)
      if folder.bytes.count <= 1 { break }
      folder = folder.folder
    }
    return found
  }

  private mutating func folders(in folder: FilePath) -> [RecycleFolder] {
    if let folders = listed[folder] { return folders }
    let folders = ((try? FolderListing.names(in: folder)) ?? []).compactMap {
      RecycleFolder(folder.appending($0))
    }
    listed[folder] = folders
    return folders
  }

  private func isInBound(_ folder: FilePath) -> Bool {
    switch bound {
    case .roots(let roots): roots.contains { folder.isWithin($0) }
    case .share: folder.bytes.count > 1
    }
  }
}
