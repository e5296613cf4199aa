internal import ScanModel

/// A folder in which systems and servers keep what was thrown away, or what was there at a moment.
struct RecycleFolder {
  let path: FilePath
  let sign: CopySign

  /// nil for another folder.
  init?(_ path: FilePath) {
    let name = String(decoding: path.name, as: UTF8.self).lowercased()
    if Self.snapshots.contains(name) {
      sign = .snapshot
    } else if Self.recycled.contains(name) || name.hasPrefix(".trash") {
      sign = .recycled
    } else {
      return nil
    }
    self.path = path
  }

  private static let recycled: Set = [
    "$recycle.bin", "recycler", "#recycle", "@recycle", ".recycle", "recycle", "lost+found",
  ]
  private static let snapshots: Set = [
    "~snapshot", ".snapshot", ".snapshots", "#snapshot", "@recently-snapshot", ".zfs",
  ]
}
