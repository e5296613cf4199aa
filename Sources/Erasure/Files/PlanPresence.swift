package import ScanModel

extension ErasurePlan {
  /// Whether its items, and the folders with telling names above them, are there now.
  package var presence: [FilePath: PlacePresence] {
    var presence: [FilePath: PlacePresence] = [:]
    for item in items {
      for path in [item.path] + item.namedFolders where presence[path] == nil {
        presence[path] = PlacePresence(of: path)
      }
    }
    return presence
  }
}
