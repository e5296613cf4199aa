package import ScanModel

/// What became of a file from one run to another.
package struct FileChange: Hashable, Sendable {
  package enum Sort: String, Hashable, Sendable, CaseIterable {
    case new, gone
    /// A content that was elsewhere and is not there any more.
    case moved
    /// Another content in the same place.
    case changed
    /// The same content in the same place, in which other findings were made: by other patterns.
    case reexamined = "re-examined"
  }

  package let sort: Sort
  /// Where it is now; where it was, for one that is gone.
  package let path: FilePath
  /// Where it was, for one that was moved.
  package let oldPath: FilePath?
  /// Findings of values that were not there, or not so often; by kind.
  package let newCounts: [String: Int]
  package let goneCounts: [String: Int]
}
