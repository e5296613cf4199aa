internal import ScanModel

/// What a run is, for the store.
package struct RunDescription: Sendable {
  /// Random, to tell runs apart.
  package let name: String
  /// Seconds since 1970.
  package let started: Int64
  package let toolVersion: String
  package let options: [String]
  package let roots: ScanRoots
  /// Everything that decides what is found in a content; only a keyed hash of it is kept.
  package let recipe: [UInt8]
  /// The same in words.
  package let recipeText: String
  package let host: String
  package let user: String
  package let comparison: ItemComparison

  package init(
    name: String, started: Int64, toolVersion: String, options: [String], roots: ScanRoots,
    recipe: [UInt8], recipeText: String, host: String, user: String,
    comparison: ItemComparison
  ) {
    self.name = name
    self.started = started
    self.toolVersion = toolVersion
    self.options = options
    self.roots = roots
    self.recipe = recipe
    self.recipeText = recipeText
    self.host = host
    self.user = user
    self.comparison = comparison
  }
}

/// Which facts must be equal for an item to count as unchanged, besides its path, size and time of
/// change of its content.
package struct ItemComparison: Hashable, Sendable {
  /// Device and inode; some network shares give others at every mount.
  package var comparesInode = true
  /// The time of the last change of the inode; copying tools and backups set it.
  package var comparesChangeTime = true

  package init() {}
}
