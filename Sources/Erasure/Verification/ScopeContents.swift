package import ScanModel

/// What a fresh scan of the scope of a plan says of its items.
package struct ScopeContents: Sendable {
  /// By path, the keyed digest of a planned file that is there and could be read wholly.
  package let digests: [FilePath: String]
  /// How the reading of planned files ended that are there.
  package let outcomes: [FilePath: Outcome]
  /// By keyed digest, all files of the scope with that content; ordered by path.
  package let equal: [String: [FilePath]]

  package init(
    digests: [FilePath: String], outcomes: [FilePath: Outcome], equal: [String: [FilePath]]
  ) {
    self.digests = digests
    self.outcomes = outcomes
    self.equal = equal
  }
}
