package import ScanModel

extension ErasurePlan {
  /// Whether its items, and the folders with telling names above them, are there now.
  package var presence: [FilePath: PlacePresence] {
    var lookup = PresenceLookup()
    var presence: [FilePath: PlacePresence] = [:]
    for item in items {
      for path in [item.path] + item.namedFolders where presence[path] == nil {
        presence[path] = lookup.presence(of: path)
      }
    }
    return presence
  }
}
