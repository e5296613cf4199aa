package import ScanModel

/// What a fresh scan of the scope of a plan says of its items.
package struct ScopeContents: Sendable {
  /// By path, the keyed digest of a planned file that is there and could be read wholly.
  package let digests: [FilePath: String]
  /// How the reading of planned files ended that are there.
  package let outcomes: [FilePath: Outcome]
  /// By keyed digest, all files of the scope with that content; ordered by path.
  package let equal: [String: [FilePath]]
  /// By keyed digest, all members of files of the scope with that content; ordered by path.
  package let equalMembers: [String: [Member]]

  /// A member, and the file that it lies in.
  package struct Member: Hashable, Sendable {
    package let path: FilePath
    package let part: [DocumentPart]

    package init(path: FilePath, part: [DocumentPart]) {
      self.path = path
      self.part = part
    }
  }

  package init(
    digests: [FilePath: String], outcomes: [FilePath: Outcome], equal: [String: [FilePath]],
    equalMembers: [String: [Member]] = [:]
  ) {
    self.digests = digests
    self.outcomes = outcomes
    self.equal = equal
    self.equalMembers = equalMembers
  }
}
