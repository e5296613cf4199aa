package import ScanModel

/// What is to be removed from a store.
package enum PurgeSelection: Hashable, Sendable {
  /// A run, by its name, and what only it knows.
  case run(String)
  /// All runs that ended before, in seconds since 1970, and what only they know.
  case endedBefore(Int64)
  /// All that is known of what lies below a folder, which is absolute and free of links.
  case root(FilePath)
  /// All but the id of the key.
  case everything
}

/// What was removed from a store.
package struct PurgeCounts: Hashable, Sendable {
  package var runs = 0
  package var items = 0
  package var contents = 0
  package var decisions = 0

  package init() {}
}
